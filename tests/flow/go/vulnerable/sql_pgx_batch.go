package app

import (
	"github.com/jackc/pgx/v5"
)

func Queue(batch *pgx.Batch, names []string) {
	for _, name := range names {
		batch.Queue("INSERT INTO users (name) VALUES ('" + name + "')") // expect: sql-injection
	}
}
