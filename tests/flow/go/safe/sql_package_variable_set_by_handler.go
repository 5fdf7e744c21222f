package app

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

var (
	limit   = 10
	current = "orders"
	known   = map[string]string{"orders": "orders", "items": "items"}
	visits  = map[string]int{}
	last    string
)

// Pick keeps what is asked for.
func Pick(w http.ResponseWriter, r *http.Request) {
	if table, ok := known[r.FormValue("table")]; ok {
		current = table
	}
	if n, err := strconv.Atoi(r.FormValue("limit")); err == nil {
		limit = n
	}
	visits[r.FormValue("user")]++
	last = r.UserAgent()
}

// List lists what was asked for before.
func List(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		db.Query(fmt.Sprintf("SELECT * FROM %s LIMIT %d", current, limit))
		db.Query("SELECT * FROM seen WHERE agent = $1", last)
		for _, table := range known {
			db.Query("SELECT count(*) FROM " + table)
		}
	}
}
