package app

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

func paging(r *http.Request) (int, string, error) {
	limit, err := strconv.Atoi(r.FormValue("limit"))
	return limit, r.FormValue("title"), err
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	limit, title, err := paging(r)
	if err != nil {
		return
	}
	db.Query(fmt.Sprintf("SELECT * FROM notes WHERE title = $1 LIMIT %v", limit), title)
}
