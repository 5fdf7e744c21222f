package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

func whereName(name string) string {
	return fmt.Sprintf("WHERE name = '%s'", name)
}

func Load(db *sql.DB, r *http.Request) *sql.Row {
	return db.QueryRow("SELECT id FROM users " + whereName(r.FormValue("name"))) // expect: sql-injection
}
