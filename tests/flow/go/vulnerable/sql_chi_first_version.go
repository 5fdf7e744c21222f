package items

import (
	"database/sql"
	"net/http"

	"github.com/go-chi/chi"
)

func Show(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		db.Query("SELECT * FROM items WHERE id = '" + chi.URLParam(r, "id") + "'") // expect: sql-injection
	}
}
