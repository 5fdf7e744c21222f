package app

import (
	"database/sql"
	"fmt"
)

const byName = "SELECT id FROM users WHERE name = '%s'"

func ByName(db *sql.DB, name string) *sql.Row {
	return db.QueryRow(fmt.Sprintf(byName, name)) // expect: sql-injection
}
