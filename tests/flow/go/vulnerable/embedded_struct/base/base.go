package base

import "database/sql"

// Repository holds the connection.
type Repository struct {
	Store *sql.DB
}

// Where selects the rows for which a condition holds.
func (r *Repository) Where(table, condition string) (*sql.Rows, error) {
	return r.Store.Query("SELECT * FROM " + table + " WHERE " + condition) // expect: sql-injection from events/handler.go
}
