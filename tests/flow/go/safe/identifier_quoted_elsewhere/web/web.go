package web

import (
	"database/sql"
	"net/http"

	"example.com/quoted/identifiers"
)

func Browse(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		store.Query("SELECT * FROM " + identifiers.Quoted(r.FormValue("table")))
	}
}
