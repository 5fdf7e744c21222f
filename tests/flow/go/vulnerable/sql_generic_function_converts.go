package lists

import (
	"database/sql"
	"net/http"
	"strings"
)

func mapped[T, U any](items []T, convert func(T) U) []U {
	out := make([]U, 0, len(items))
	for _, item := range items {
		out = append(out, convert(item))
	}
	return out
}

// Handler lists what is asked for.
func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		quoted := mapped(r.Form["name"], func(name string) string { return "'" + name + "'" })
		db.Query("SELECT * FROM lists WHERE name IN (" + strings.Join(quoted, ",") + ")") // expect: sql-injection
	}
}
