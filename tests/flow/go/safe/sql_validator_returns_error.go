package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

func check(column string) error {
	switch column {
	case "name", "city":
		return nil
	}
	return fmt.Errorf("unknown column %q", column)
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	if err := check(column); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	db.Query("SELECT * FROM notes ORDER BY " + column)
}
