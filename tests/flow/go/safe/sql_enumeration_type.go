package app

import "database/sql"

type column int

const (
	byName column = iota
	byCity
)

func (c column) String() string {
	switch c {
	case byName:
		return "name"
	default:
		return "city"
	}
}

func List(db *sql.DB, c column) (*sql.Rows, error) {
	return db.Query("SELECT * FROM notes ORDER BY " + c.String())
}
