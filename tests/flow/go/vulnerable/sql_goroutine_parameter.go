package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		go func(name string) {
			db.Exec(fmt.Sprintf("INSERT INTO visits VALUES ('%s')", name)) // expect: sql-injection
		}(r.FormValue("name"))
	}
}
