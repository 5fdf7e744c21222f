package app

import (
	"database/sql"
	"fmt"
	"net/http"
	"github.com/go-chi/chi/v5"
)

func User(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		db.QueryRow(fmt.Sprintf("SELECT * FROM users WHERE id = %v", chi.URLParam(r, "id"))) // expect: sql-injection
	}
}
