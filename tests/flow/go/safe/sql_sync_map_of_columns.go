package sessions

import (
	"database/sql"
	"net/http"
	"sync"
)

// Handler counts visits.
func Handler(db *sql.DB) http.HandlerFunc {
	var columns sync.Map
	columns.Store("daily", "per_day")
	columns.Store("weekly", "per_week")
	return func(w http.ResponseWriter, r *http.Request) {
		column, ok := columns.Load(r.FormValue("by"))
		if !ok {
			http.Error(w, "by what?", http.StatusBadRequest)
			return
		}
		db.Query("SELECT " + column.(string) + " FROM visits")
	}
}
