package auth

import (
	"context"
	"net/http"
)

type contextKey int

const (
	tenantKey contextKey = iota
	userKey
)

// WithTenant keeps the tenant.
func WithTenant(ctx context.Context, tenant string) context.Context {
	return context.WithValue(ctx, tenantKey, tenant)
}

// Tenant gives the tenant.
func Tenant(ctx context.Context) (string, bool) {
	t, ok := ctx.Value(tenantKey).(string)
	return t, ok
}

// WithUser keeps the id of the user.
func WithUser(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, userKey, id)
}

// User gives the user.
func User(ctx context.Context) string {
	u, _ := ctx.Value(userKey).(string)
	return u
}

// Middleware reads the tenant.
func Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := WithTenant(r.Context(), r.Header.Get("X-Tenant"))
		ctx = WithUser(ctx, "system")
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
