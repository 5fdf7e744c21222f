package sessions

import (
	"context"
	"database/sql"
	"net/http"
)

type key struct{}

func Load(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	db.Query("SELECT * FROM tenants WHERE name = '" + r.Header.Get("X-Tenant") + "'") // expect: sql-injection
	for _, cookie := range r.Cookies() {
		db.Query("SELECT * FROM sessions WHERE id = '" + cookie.Value + "'") // expect: sql-injection
	}
	later := r.WithContext(context.WithValue(r.Context(), key{}, "known"))
	db.Query("SELECT * FROM users WHERE name = '" + later.FormValue("name") + "'") // expect: sql-injection
}
