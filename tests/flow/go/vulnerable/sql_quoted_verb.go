package app

import (
	"database/sql"
	"fmt"
)

func ByName(db *sql.DB, name string) *sql.Row {
	return db.QueryRow(fmt.Sprintf("SELECT id FROM users WHERE name = %q", name)) // expect: sql-injection
}
