package app

import (
	"database/sql"
)

const table = "users"

const columns = "id, " +
	"name"

func All(db *sql.DB) (*sql.Rows, error) {
	return db.Query("SELECT " + columns + " FROM " + table)
}
