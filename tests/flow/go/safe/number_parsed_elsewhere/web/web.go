package web

import (
	"database/sql"
	"fmt"
	"net/http"

	"example.com/number/params"
)

func Files(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		store.Query(fmt.Sprintf("SELECT name FROM files LIMIT 20 OFFSET %d", params.Page(r)*20))
	}
}
