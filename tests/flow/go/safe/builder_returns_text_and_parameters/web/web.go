package web

import (
	"database/sql"
	"net/http"

	"example.com/builder/query"
)

func Products(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		text, parameters := query.Filters(r.URL.Query())
		store.Query("SELECT name FROM products WHERE "+text, parameters...)
	}
}
