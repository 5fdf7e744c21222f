package app

import (
	"database/sql"
	"net/http"
	"strings"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	fill := strings.NewReplacer("{owner}", r.FormValue("owner"))
	db.Query(fill.Replace("SELECT * FROM notes WHERE owner = '{owner}'")) // expect: sql-injection
}
