package store

import (
	"database/sql"
	"fmt"
	"net/http"
	"regexp"
)

var word = regexp.MustCompile(`^[a-z_]+$`)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	ok, _ := regexp.MatchString(`^[a-z_]+$`, column)
	if !ok {
		http.Error(w, "no such column", http.StatusBadRequest)
		return
	}
	db.Query(fmt.Sprintf("SELECT id FROM items ORDER BY %s", column))
}

func Find(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	table := r.FormValue("table")
	matched := word.MatchString(table)
	if matched {
		db.Query("SELECT id FROM " + table)
	}
}
