package app

import (
	"context"
	"fmt"
	"github.com/jackc/pgx/v5/pgxpool"
)

type Repository struct {
	pool *pgxpool.Pool
}

func NewRepository(pool *pgxpool.Pool) *Repository {
	return &Repository{pool: pool}
}

func (r *Repository) Count(ctx context.Context, kind string) (n int, err error) {
	err = r.pool.QueryRow(ctx, fmt.Sprintf("SELECT count(*) FROM events WHERE kind = '%s'", kind)).Scan(&n) // expect: sql-injection
	return n, err
}
