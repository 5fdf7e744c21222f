package app

import (
	"database/sql"
	"net/http"
)

func condition(r *http.Request) (where string) {
	where = "1 = 1"
	if name := r.FormValue("name"); name != "" {
		where += " AND name = '" + name + "'"
	}
	return
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	db.Query("SELECT * FROM notes WHERE " + condition(r)) // expect: sql-injection
}
