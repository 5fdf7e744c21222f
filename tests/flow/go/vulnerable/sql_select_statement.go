package app

import (
	"database/sql"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	names := make(chan string, 1)
	names <- r.FormValue("name")
	select {
	case name := <-names:
		db.Exec("DELETE FROM notes WHERE name = '" + name + "'") // expect: sql-injection
	case <-r.Context().Done():
	}
}
