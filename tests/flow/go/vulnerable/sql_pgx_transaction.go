package app

import (
	"context"
	"github.com/jackc/pgx/v5/pgxpool"
)

func Move(ctx context.Context, pool *pgxpool.Pool, id string) error {
	tx, err := pool.Begin(ctx)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, "DELETE FROM inbox WHERE id = "+id) // expect: sql-injection
	return err
}
