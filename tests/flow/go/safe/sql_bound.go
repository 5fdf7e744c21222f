package app

import (
	"database/sql"
	"net/http"
)

func Find(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	return db.QueryContext(r.Context(), "SELECT * FROM users WHERE id = $1 AND name = $2", r.FormValue("id"), r.FormValue("name"))
}
