package app

import (
	"database/sql"
	"fmt"
	"strings"
)

func Search(db *sql.DB, name, city string) (*sql.Rows, error) {
	var b strings.Builder
	var args []any
	b.WriteString("SELECT * FROM users WHERE 1 = 1")
	if name != "" {
		args = append(args, name)
		b.WriteString(" AND name = ?")
	}
	if city != "" {
		args = append(args, city)
		fmt.Fprintf(&b, " AND city = $%d", len(args))
	}
	return db.Query(b.String(), args...)
}
