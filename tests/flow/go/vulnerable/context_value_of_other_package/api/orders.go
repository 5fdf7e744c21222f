package api

import (
	"database/sql"
	"net/http"

	"example.com/shop/auth"
)

// Orders serves orders.
type Orders struct {
	DB *sql.DB
}

// List lists.
func (o *Orders) List(w http.ResponseWriter, r *http.Request) {
	tenant, ok := auth.Tenant(r.Context())
	if !ok {
		http.Error(w, "no tenant", http.StatusForbidden)
		return
	}
	rows, err := o.DB.QueryContext(r.Context(), "SELECT id FROM "+tenant+".orders") // expect: sql-injection from auth/context.go
	if err != nil {
		return
	}
	defer rows.Close()
	user := auth.User(r.Context())
	o.DB.ExecContext(r.Context(), "INSERT INTO seen VALUES ('"+user+"')")
}
