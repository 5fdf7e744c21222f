package app

import (
	"database/sql"
	"net/http"
)

var orders = map[string]string{"newest": "created DESC", "name": "name ASC"}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	order, ok := orders[r.FormValue("sort")]
	if !ok {
		order = "id"
	}
	db.Query("SELECT * FROM notes ORDER BY " + order)
}
