package web

import (
	"database/sql"
	"net/http"

	"example.com/predicate/checks"
)

func Files(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		column := r.FormValue("sort")
		if !checks.IsColumn(column) {
			http.Error(w, "no such column", http.StatusBadRequest)
			return
		}
		store.Query("SELECT name FROM files ORDER BY " + column)
	}
}
