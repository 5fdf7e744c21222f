package web

import (
	"database/sql"
	"net/http"

	"example.com/criteria/search"
)

func Search(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		search.Run(store, search.Criteria{Term: r.FormValue("q"), Limit: 20})
	}
}
