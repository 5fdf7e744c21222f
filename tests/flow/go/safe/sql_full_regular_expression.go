package app

import (
	"database/sql"
	"net/http"
	"regexp"
)

var word = regexp.MustCompile(`^[a-z_]+$`)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	if !word.MatchString(column) {
		return
	}
	db.Query("SELECT * FROM notes ORDER BY " + column)
}
