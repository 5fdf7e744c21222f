package app

import (
	"context"
	"database/sql"
	"net/http"
)

type contextKey int

const (
	tenantKey contextKey = iota
	traceKey
)

func withTenant(ctx context.Context, tenant string) context.Context {
	return context.WithValue(ctx, tenantKey, tenant)
}

func tenantOf(ctx context.Context) string {
	tenant, _ := ctx.Value(tenantKey).(string)
	return tenant
}

// Tenant says whose data a request is about.
func Tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := withTenant(r.Context(), r.Header.Get("X-Tenant"))
		ctx = context.WithValue(ctx, traceKey, "none")
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// Region says where a request comes from.
func Region(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = r.WithContext(context.WithValue(r.Context(), "region", r.URL.Query().Get("region")))
		next.ServeHTTP(w, r)
	})
}

type server struct{ db *sql.DB }

func (s *server) list(w http.ResponseWriter, r *http.Request) {
	s.db.Query("SELECT * FROM " + tenantOf(r.Context()) + ".orders") // expect: sql-injection
	region, ok := r.Context().Value("region").(string)
	if !ok {
		region = "eu"
	}
	s.db.Query("SELECT * FROM orders WHERE region = '" + region + "'") // expect: sql-injection
	trace, _ := r.Context().Value(traceKey).(string)
	s.db.Exec("INSERT INTO seen VALUES ('" + trace + "')")
}
