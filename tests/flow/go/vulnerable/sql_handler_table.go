package app

import (
	"database/sql"
	"net/http"
)

var routes = map[string]func(*sql.DB, *http.Request){
	"/notes": notes,
}

func notes(db *sql.DB, r *http.Request) {
	db.Query("SELECT * FROM notes WHERE name = '" + r.FormValue("name") + "'") // expect: sql-injection
}

func Serve(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	routes[r.URL.Path](db, r)
}
