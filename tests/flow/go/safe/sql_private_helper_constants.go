package app

import (
	"database/sql"
)

func count(db *sql.DB, table string) *sql.Row {
	return db.QueryRow("SELECT count(*) FROM " + table)
}

func Users(db *sql.DB) *sql.Row { return count(db, "users") }

func Posts(db *sql.DB) *sql.Row { return count(db, "posts") }
