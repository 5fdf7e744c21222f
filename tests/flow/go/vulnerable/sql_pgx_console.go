package console

import (
	"context"
	"net/http"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

func Single(w http.ResponseWriter, r *http.Request) {
	database, err := pgx.Connect(r.Context(), "postgres:///shop")
	if err != nil {
		return
	}
	database.Exec(r.Context(), r.FormValue("change")) // expect: sql-injection
	work, _ := database.Begin(r.Context())
	work.Exec(r.Context(), r.FormValue("change")) // expect: sql-injection
}

func Pooled(w http.ResponseWriter, r *http.Request) {
	shared, err := pgxpool.New(r.Context(), "postgres:///shop")
	if err != nil {
		return
	}
	shared.Query(r.Context(), r.FormValue("list")) // expect: sql-injection
	work, _ := shared.Begin(r.Context())
	work.Query(r.Context(), r.FormValue("list")) // expect: sql-injection
	session, _ := shared.Acquire(r.Context())
	session.QueryRow(r.Context(), r.FormValue("count")) // expect: sql-injection
}

func Inside(ctx context.Context, work *pgxpool.Tx, r *http.Request) {
	work.Exec(ctx, r.FormValue("change")) // expect: sql-injection
}
