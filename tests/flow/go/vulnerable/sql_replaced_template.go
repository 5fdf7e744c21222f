package app

import (
	"database/sql"
	"net/http"
	"strings"
)

const template = "SELECT * FROM notes WHERE owner = '{owner}'"

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	db.Query(strings.Replace(template, "{owner}", r.FormValue("owner"), 1)) // expect: sql-injection
}
