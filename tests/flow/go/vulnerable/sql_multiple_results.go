package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

func paging(r *http.Request) (int, string) {
	return 20, r.FormValue("sort")
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	limit, sort := paging(r)
	db.Query(fmt.Sprintf("SELECT * FROM notes ORDER BY %s LIMIT %d", sort, limit)) // expect: sql-injection
}
