package app

import (
	"database/sql"
	"net/http"
)

var columns = []string{"name", "city"}

func known(column string) bool {
	for _, candidate := range columns {
		if candidate == column {
			return true
		}
	}
	return false
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	if !known(column) {
		return
	}
	db.Query("SELECT * FROM notes ORDER BY " + column)
}
