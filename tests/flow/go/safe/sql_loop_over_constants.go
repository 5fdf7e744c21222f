package app

import (
	"database/sql"
	"net/http"
)

var columns = []string{"name", "city"}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	order := "id"
	for _, column := range columns {
		if column == r.FormValue("sort") {
			order = column
		}
	}
	db.Query("SELECT * FROM notes ORDER BY " + order)
}
