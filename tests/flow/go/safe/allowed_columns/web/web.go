package web

import (
	"database/sql"
	"net/http"
	"slices"

	"example.com/allowed/columns"
)

func Files(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		column, ok := columns.Sortable[r.FormValue("sort")]
		if !ok {
			http.Error(w, "no such column", http.StatusBadRequest)
			return
		}
		store.Query("SELECT name FROM files ORDER BY " + column)
	}
}

func Column(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		shown := r.FormValue("column")
		if !slices.Contains(columns.Allowed, shown) {
			http.Error(w, "no such column", http.StatusBadRequest)
			return
		}
		store.Query("SELECT " + shown + " FROM files")
	}
}
