package app

import (
	"database/sql"
	"net/http"
	"github.com/gorilla/mux"
)

func User(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		vars := mux.Vars(r)
		_, _ = db.Exec("UPDATE users SET seen = 1 WHERE id = " + vars["id"]) // expect: sql-injection
	}
}
