package app

import (
	"database/sql"
)

func List(db *sql.DB, order string) (*sql.Rows, error) {
	switch order {
	case "name", "age":
	default:
		order = "id"
	}
	return db.Query("SELECT * FROM users ORDER BY " + order)
}
