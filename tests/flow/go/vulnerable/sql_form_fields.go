package search

import (
	"database/sql"
	"net/http"
)

func Search(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil {
			return
		}
		db.Query("SELECT * FROM items WHERE name = '" + r.Form.Get("name") + "'") // expect: sql-injection
	}
}
