package web

import (
	"database/sql"
	"net/http"

	"github.com/example/search"
)

func Search(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		search.Run(store, r.FormValue("q"))
	}
}
