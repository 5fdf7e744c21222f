package web

import (
	"database/sql"
	"net/http"

	"example.com/directory/people"
)

func People(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := people.Find(store, r.FormValue("town"))
		if err == nil {
			rows.Close()
		}
	}
}
