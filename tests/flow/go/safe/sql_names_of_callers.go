package app

import (
	"database/sql"
	"fmt"
)

func Truncate(db *sql.DB, table string) error {
	_, err := db.Exec(fmt.Sprintf("TRUNCATE TABLE %s", table))
	return err
}

func Count(db *sql.DB, table string) *sql.Row {
	return db.QueryRow("SELECT count(*) FROM " + table)
}
