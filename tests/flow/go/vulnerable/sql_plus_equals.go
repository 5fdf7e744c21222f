package app

import (
	"database/sql"
	"net/http"
)

func Filter(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	query := "SELECT * FROM books WHERE 1 = 1"
	if author := r.FormValue("author"); author != "" {
		query += " AND author = '" + author + "'"
	}
	return db.QueryContext(r.Context(), query) // expect: sql-injection
}
