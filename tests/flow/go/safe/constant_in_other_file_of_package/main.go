package main

import (
	"database/sql"
	"net/http"
)

func handler(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		store.Query("SELECT id FROM "+users+" WHERE id = $1", r.FormValue("id"))
	}
}
