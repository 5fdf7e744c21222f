package app

import (
	"database/sql"
	"net/http"
)

func Work(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("postgres", "")
	if err != nil {
		return
	}
	name := r.FormValue("name")
	defer func() {
		db.Exec("DELETE FROM locks WHERE name = '" + name + "'") // expect: sql-injection
	}()
}
