package app

import (
	"database/sql"
	"net/http"
	"sync"
)

var (
	mutex   sync.Mutex
	current string
	tables  = map[string]string{}
)

func remember(user, table string) {
	mutex.Lock()
	defer mutex.Unlock()
	tables[user] = table
}

// Pick keeps what is asked for.
func Pick(w http.ResponseWriter, r *http.Request) {
	remember("somebody", r.FormValue("table"))
	current = r.FormValue("schema")
}

// List lists what was asked for before.
func List(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		db.Query("SELECT * FROM " + tables["somebody"]) // expect: sql-injection
		db.Query("SELECT * FROM " + current + ".orders") // expect: sql-injection
	}
}
