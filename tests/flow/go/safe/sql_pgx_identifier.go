package app

import (
	"context"
	"github.com/jackc/pgx/v5"
)

func Count(ctx context.Context, conn *pgx.Conn, table string) pgx.Row {
	return conn.QueryRow(ctx, "SELECT count(*) FROM "+pgx.Identifier{table}.Sanitize())
}
