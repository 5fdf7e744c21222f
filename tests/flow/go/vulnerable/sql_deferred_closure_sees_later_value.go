package app

import (
	"database/sql"
	"net/http"
)

// Audit says who has asked.
func Audit(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	user := "anonymous"
	defer func(table string) {
		db.Exec("INSERT INTO " + table + " VALUES ('" + user + "')") // expect: sql-injection
	}("audit")
	if name := r.FormValue("user"); name != "" {
		user = name
		return
	}
	user = "nobody"
}
