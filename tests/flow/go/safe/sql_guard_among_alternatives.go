package app

import (
	"database/sql"
	"net/http"
)

var columns = map[string]bool{"name": true, "city": true}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	if r.Method != http.MethodGet || !columns[column] {
		http.Error(w, "unknown column", http.StatusBadRequest)
		return
	}
	db.Query("SELECT * FROM notes ORDER BY " + column)
}
