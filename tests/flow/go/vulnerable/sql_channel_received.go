package app

import (
	"database/sql"
	"net/http"
)

func Visit(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("postgres", "")
	if err != nil {
		return
	}
	names := make(chan string, 1)
	names <- r.FormValue("name")
	name := <-names
	db.Exec("INSERT INTO visits VALUES ('" + name + "')") // expect: sql-injection
}
