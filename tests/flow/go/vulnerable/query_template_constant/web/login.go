package web

import (
	"database/sql"
	"fmt"
	"net/http"

	"example.com/login/statements"
)

func Login(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		store.QueryRow(fmt.Sprintf(statements.FindUser, r.PostFormValue("login"))) // expect: sql-injection
	}
}
