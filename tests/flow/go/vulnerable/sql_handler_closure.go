package app

import (
	"database/sql"
	"net/http"
)

func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id := r.PathValue("id")
		row := db.QueryRow("SELECT name FROM users WHERE id = " + id) // expect: sql-injection
		var name string
		_ = row.Scan(&name)
	}
}
