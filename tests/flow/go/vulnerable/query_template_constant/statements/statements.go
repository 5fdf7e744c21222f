package statements

// FindUser finds a user by login.
const FindUser = "SELECT id FROM users WHERE login = '%s'"
