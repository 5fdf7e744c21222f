package app

import (
	"database/sql"
	"errors"
)

var allowed = map[string]bool{"name": true, "age": true}

func List(db *sql.DB, sort string) (*sql.Rows, error) {
	if !allowed[sort] {
		return nil, errors.New("bad sort")
	}
	return db.Query("SELECT * FROM users ORDER BY " + sort)
}
