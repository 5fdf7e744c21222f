package app

import (
	"database/sql"
	_ "github.com/mattn/go-sqlite3"
)

func connect() (*sql.DB, error) {
	return sql.Open("sqlite3", "app.db")
}

func Remove(name string) error {
	db, err := connect()
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec("DELETE FROM users WHERE name = '" + name + "'") // expect: sql-injection
	return err
}
