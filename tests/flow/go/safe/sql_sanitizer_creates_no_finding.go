package app

import (
	"database/sql"
	"html"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	name := html.EscapeString(r.FormValue("name"))
	db.Query("SELECT * FROM notes WHERE name = $1", name)
}
