package app

import (
	"database/sql"
	"fmt"
	"slices"
)

func List(db *sql.DB, table string) (*sql.Rows, error) {
	if !slices.Contains([]string{"users", "posts"}, table) {
		return nil, fmt.Errorf("unknown table %q", table)
	}
	return db.Query(fmt.Sprintf("SELECT * FROM %s", table))
}
