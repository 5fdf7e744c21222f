package app

import (
	"database/sql"
	_ "github.com/jackc/pgx/v5/stdlib"
)

func Rename(db *sql.DB, from, to string) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE users SET name = '" + to + "' WHERE name = '" + from + "'"); err != nil { // expect: sql-injection
		return err
	}
	return tx.Commit()
}
