package web

import (
	"database/sql"
	"net/http"

	"example.com/reports/report"
)

// Reports answers with a report.
func Reports(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := report.New(store, report.Newest(), report.Filter("name = '"+r.FormValue("name")+"'")).Rows()
		if err == nil {
			rows.Close()
		}
	}
}
