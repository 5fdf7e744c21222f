package orders

import (
	"context"
	"fmt"
	"net/http"

	"github.com/jackc/pgx/v4"
	"github.com/jackc/pgx/v4/pgxpool"
)

func One(ctx context.Context, session *pgx.Conn, number string) pgx.Row {
	return session.QueryRow(ctx, fmt.Sprintf("SELECT * FROM orders WHERE number = '%s'", number)) // expect: sql-injection
}

func Many(w http.ResponseWriter, r *http.Request) {
	shared, err := pgxpool.Connect(r.Context(), "postgres:///shop")
	if err != nil {
		return
	}
	shared.Query(r.Context(), "SELECT * FROM orders WHERE state = '"+r.FormValue("state")+"'") // expect: sql-injection
}
