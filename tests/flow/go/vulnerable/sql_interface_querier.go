package app

import (
	"context"
	"database/sql"
)

type Querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func Names(ctx context.Context, q Querier, team string) (*sql.Rows, error) {
	return q.QueryContext(ctx, "SELECT name FROM people WHERE team = '"+team+"'") // expect: sql-injection
}
