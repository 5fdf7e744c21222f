package app

import (
	"database/sql"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	given := r.FormValue("name")
	name := given
	query := "SELECT * FROM notes WHERE name = '" + name + "'"
	statement := query
	db.Query(statement) // expect: sql-injection
}
