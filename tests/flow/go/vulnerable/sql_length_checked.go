package app

import (
	"database/sql"
	"net/http"
	"strings"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSpace(r.FormValue("name"))
	if name == "" || len(name) > 80 || strings.Contains(name, "--") {
		return
	}
	db.Query("SELECT * FROM notes WHERE name = '" + name + "'") // expect: sql-injection
}
