package app

import (
	"database/sql"
	"net/http"
	"strconv"

	"example.com/app/paging"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	limit := paging.Limit(r.FormValue("limit"))
	db.Query("SELECT * FROM notes LIMIT " + strconv.Itoa(limit))
}
