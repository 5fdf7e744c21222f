package tenants

import (
	"context"
	"database/sql"
	"net/http"
)

type key struct{}

func ordered(column string, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		next(w, r.WithContext(context.WithValue(r.Context(), key{}, column)))
	}
}

func list(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), key{}, "created")
		column, _ := ctx.Value(key{}).(string)
		db.QueryContext(ctx, "SELECT * FROM things ORDER BY "+column)
		if column, ok := r.Context().Value(key{}).(string); ok {
			db.QueryContext(ctx, "SELECT * FROM things ORDER BY "+column)
		}
	}
}

// Routes serves things.
func Routes(db *sql.DB) *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/by/name", ordered("name", list(db)))
	mux.HandleFunc("/by/age", ordered("age", list(db)))
	return mux
}
