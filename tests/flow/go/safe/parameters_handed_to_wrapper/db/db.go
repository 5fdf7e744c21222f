package db

import (
	"context"
	"database/sql"
)

// Database wraps the connection.
type Database struct {
	store *sql.DB
}

// Rows runs a query.
func (d *Database) Rows(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return d.store.QueryContext(ctx, query, args...)
}
