package app

import (
	"context"
	"database/sql"
	"net/http"
)

type key struct{}

func Tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, r.Header.Get("X-Tenant"))))
	})
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	ctx := context.WithValue(r.Context(), key{}, r.Header.Get("X-Tenant"))
	tenant := ctx.Value(key{}).(string)
	db.Query("SELECT * FROM notes WHERE tenant = '" + tenant + "'") // expect: sql-injection
}
