package app

import (
	"database/sql"
	"fmt"
	"strings"
)

func List(db *sql.DB, status string) (*sql.Rows, error) {
	b := &strings.Builder{}
	fmt.Fprintf(b, "SELECT * FROM jobs WHERE status = '%s'", status)
	return db.Query(b.String()) // expect: sql-injection
}
