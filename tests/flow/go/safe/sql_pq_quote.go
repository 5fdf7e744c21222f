package app

import (
	"database/sql"
	"github.com/lib/pq"
)

func Drop(db *sql.DB, table string) error {
	_, err := db.Exec("DROP TABLE " + pq.QuoteIdentifier(table))
	return err
}
