package app

import (
	"database/sql"
	"net/http"
)

func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.FormValue("name")
		go func() {
			db.Exec("INSERT INTO visits VALUES ('" + name + "')") // expect: sql-injection
		}()
	}
}
