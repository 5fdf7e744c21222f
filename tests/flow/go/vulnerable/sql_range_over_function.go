package tags

import (
	"database/sql"
	"iter"
	"net/http"
	"strings"
)

func words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, word := range strings.Fields(text) {
			if !yield(word) {
				return
			}
		}
	}
}

// Handler counts what is tagged.
func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for word := range words(r.FormValue("tags")) {
			db.Exec("UPDATE tags SET asked = asked + 1 WHERE name = '" + word + "'") // expect: sql-injection
		}
	}
}
