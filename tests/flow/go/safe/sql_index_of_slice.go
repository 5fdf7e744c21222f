package app

import (
	"database/sql"
	"net/http"
	"slices"
)

var columns = []string{"name", "city"}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	if slices.Index(columns, column) < 0 {
		return
	}
	db.Query("SELECT * FROM notes ORDER BY " + column)
}
