package web

import (
	"database/sql"
	"net/http"

	"example.com/listing/must"
)

func Files(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		column := r.FormValue("sort")
		must.BeColumn(column)
		store.Query("SELECT name FROM files ORDER BY " + column)
	}
}
