package web

import (
	"database/sql"
	"net/http"

	"example.com/names/current"
)

func Users(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		current.Find(store, r.FormValue("name"))
	}
}
