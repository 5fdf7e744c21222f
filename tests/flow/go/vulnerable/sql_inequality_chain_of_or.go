package app

import (
	"database/sql"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	if column == "name" && r.FormValue("desc") == "" {
		return
	}
	db.Query("SELECT * FROM notes ORDER BY " + column) // expect: sql-injection
}
