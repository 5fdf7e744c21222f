package tables

// Users is the table of users.
const Users = "app.users"

// Columns are those of users.
var Columns = "id, name"
