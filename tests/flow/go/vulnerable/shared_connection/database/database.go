package database

import "database/sql"

// Store is the connection of the program.
var Store *sql.DB
