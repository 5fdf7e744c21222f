package tree

import (
	"database/sql"
	"net/http"
)

// Handler answers with a tree.
func Handler(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		loadBelow(store, r.FormValue("path"), 3)
	}
}
