package app

import (
	"database/sql"
	"net/http"
	"strings"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	b := &strings.Builder{}
	b.WriteString("SELECT * FROM notes WHERE owner = '")
	b.WriteString(r.FormValue("owner"))
	b.WriteByte('\'')
	db.Query(b.String()) // expect: sql-injection
}
