package app

import (
	"database/sql"
	"log"
)

func Dump(db *sql.DB, table string) (*sql.Rows, error) {
	if table != "notes" && table != "people" {
		log.Fatalf("unknown table %q", table)
	}
	return db.Query("SELECT * FROM x WHERE t = '" + table + "'")
}
