package web

import (
	"database/sql"
	"fmt"
	"net/http"

	"example.com/constant/tables"
)

func Users(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		store.Query("SELECT id FROM "+tables.Users+" WHERE id = $1", r.FormValue("id"))
		store.Query(fmt.Sprintf("SELECT %s FROM %s WHERE id = $1", tables.Columns, tables.Users), r.FormValue("id"))
	}
}
