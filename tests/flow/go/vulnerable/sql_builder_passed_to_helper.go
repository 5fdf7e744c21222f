package app

import (
	"database/sql"
	"net/http"
	"strings"
)

func addOwner(b *strings.Builder, owner string) {
	b.WriteString(" WHERE owner = '" + owner + "'")
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	b.WriteString("SELECT * FROM notes")
	addOwner(&b, r.FormValue("owner"))
	db.Query(b.String()) // expect: sql-injection
}
