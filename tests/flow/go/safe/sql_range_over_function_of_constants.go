package tags

import (
	"database/sql"
	"iter"
	"maps"
	"net/http"
	"slices"
)

var counts = map[string]int{"new": 0, "old": 0}

func tables() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, name := range []string{"tags", "pages"} {
			if !yield(name) {
				return
			}
		}
	}
}

// Handler counts what is asked.
func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for table := range tables() {
			db.Exec("UPDATE "+table+" SET asked = asked + 1 WHERE name = ?", r.FormValue("name"))
		}
		for _, column := range slices.Sorted(maps.Keys(counts)) {
			db.Exec("UPDATE counts SET " + column + " = 0")
		}
	}
}
