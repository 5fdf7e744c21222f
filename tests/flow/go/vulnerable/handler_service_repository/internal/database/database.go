package database

import "database/sql"

type Database struct {
	Store *sql.DB
}

func (d *Database) Select(table, condition string) (*sql.Rows, error) {
	return d.Store.Query("SELECT * FROM " + table + " WHERE " + condition) // expect: sql-injection from internal/handler/members.go
}
