package pg

import "database/sql"

// Rows counts rows.
type Rows struct {
	DB *sql.DB
}

// Count counts the rows of a kind.
func (r Rows) Count(kind string) (n int, err error) {
	err = r.DB.QueryRow("SELECT count(*) FROM rows WHERE kind = '" + kind + "'").Scan(&n) // expect: sql-injection from report/report.go
	return n, err
}
