package app

import (
	"database/sql"
	"net/http"
	"strings"
)

func all(conditions ...string) string {
	return strings.Join(conditions, " AND ")
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	db.Query("SELECT * FROM notes WHERE "+all("NOT deleted", "owner = $1"), r.FormValue("owner"))
}
