package app

import (
	"context"
	"github.com/jackc/pgx/v5"
)

func Find(ctx context.Context, conn *pgx.Conn, name string) (pgx.Rows, error) {
	return conn.Query(ctx, "SELECT * FROM users WHERE name = '"+name+"'") // expect: sql-injection
}
