package web

import (
	"database/sql"
	"net/http"

	"example.com/validator/validation"
)

func Export(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		column, err := validation.Identifier(r.FormValue("column"))
		if err != nil {
			http.Error(w, "no such column", http.StatusBadRequest)
			return
		}
		store.Query("SELECT " + column + " FROM data")
	}
}
