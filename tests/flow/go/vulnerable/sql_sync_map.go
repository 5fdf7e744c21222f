package sessions

import (
	"database/sql"
	"net/http"
	"sync"
)

// Handler counts the visits of names, of whom it remembers those of this visit.
func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var seen, first sync.Map
		for number, name := range r.URL.Query()["name"] {
			seen.Store(number, name)
			first.LoadOrStore(r.RemoteAddr, name)
		}
		last, ok := seen.Load(0)
		if ok {
			db.Exec("UPDATE visits SET count = count + 1 WHERE name = '" + last.(string) + "'") // expect: sql-injection
		}
		seen.Range(func(_, name any) bool {
			_, err := db.Exec("DELETE FROM visits WHERE name = '" + name.(string) + "'") // expect: sql-injection
			return err == nil
		})
		if name, known := first.LoadAndDelete(r.RemoteAddr); known {
			db.Exec("INSERT INTO visits (name) VALUES ('" + name.(string) + "')") // expect: sql-injection
		}
	}
}
