package app

import (
	"database/sql"
	"net/http"
	"strings"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	switch column {
	case "newest":
		column = "created"
	default:
		column = strings.ToLower(column)
	}
	db.Query("SELECT * FROM notes ORDER BY " + column) // expect: sql-injection
}
