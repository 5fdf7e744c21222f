package app

import (
	"database/sql"
	"strings"
)

func List(db *sql.DB, owner string) (*sql.Rows, error) {
	var b strings.Builder
	b.WriteString("SELECT * FROM notes WHERE owner = '")
	b.WriteString(owner)
	b.WriteString("'")
	return db.Query(b.String()) // expect: sql-injection
}
