package app

import (
	"database/sql"
	"net/http"
	"regexp"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	if ok, err := regexp.MatchString(`^\w+$`, column); err != nil || !ok {
		return
	}
	db.Query("SELECT * FROM notes ORDER BY " + column)
}
