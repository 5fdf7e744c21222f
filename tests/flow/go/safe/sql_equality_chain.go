package app

import (
	"database/sql"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	if column != "name" && column != "city" {
		http.Error(w, "unknown column", http.StatusBadRequest)
		return
	}
	db.Query("SELECT * FROM notes ORDER BY " + column)
}
