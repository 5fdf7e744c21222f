package app

import (
	"database/sql"
	"net/http"
)

func inTransaction(db *sql.DB, run func(tx *sql.Tx) error) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := run(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func Rename(db *sql.DB, w http.ResponseWriter, r *http.Request) error {
	return inTransaction(db, func(tx *sql.Tx) error {
		_, err := tx.Exec("UPDATE people SET name = '" + r.FormValue("name") + "'") // expect: sql-injection
		return err
	})
}
