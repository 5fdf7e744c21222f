FIND_USER = "SELECT id FROM users WHERE login = '%s'"
FIND_GROUP = "SELECT id FROM groups WHERE name = '{name}'"
