package app

import (
	"database/sql"
	"net/http"
	"strconv"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	if _, err := strconv.Atoi(id); err != nil {
		http.Error(w, "not a number", http.StatusBadRequest)
		return
	}
	db.Query("SELECT * FROM notes WHERE id = " + id)
}
