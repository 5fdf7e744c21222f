package app

import (
	"database/sql"
	"strings"
)

func ByNames(db *sql.DB, names []string) (*sql.Rows, error) {
	return db.Query("SELECT * FROM users WHERE name IN ('" + strings.Join(names, "','") + "')") // expect: sql-injection
}
