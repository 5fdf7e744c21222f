package tenants

import (
	"context"
	"database/sql"
	"net/http"
)

type key struct{}

func tenantTable(r *http.Request) string {
	ctx := context.WithValue(context.Background(), key{}, r.Header.Get("X-Tenant"))
	return name(ctx)
}

func name(ctx context.Context) string {
	tenant, _ := ctx.Value(key{}).(string)
	return tenant
}

// Handler lists what a tenant has.
func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := db.Query("SELECT * FROM " + tenantTable(r) + ".things") // expect: sql-injection
		if err == nil {
			rows.Close()
		}
	}
}
