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
	defer db.Exec("DELETE FROM locks WHERE name = '" + r.FormValue("name") + "'") // expect: sql-injection
	defer db.Close()
}
