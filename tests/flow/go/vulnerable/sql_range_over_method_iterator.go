package app

import (
	"database/sql"
	"fmt"
	"iter"
	"net/http"
)

type Terms struct {
	names []string
}

func (t *Terms) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, name := range t.names {
			if !yield(name) {
				return
			}
		}
	}
}

func (t *Terms) Each(yield func(int, string) bool) {
	for i, name := range t.names {
		if !yield(i, name) {
			return
		}
	}
}

func Handle(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	terms := &Terms{names: r.URL.Query()["name"]}
	for name := range terms.All() {
		db.Query(fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", name)) // expect: sql-injection
	}
	for _, name := range terms.Each {
		db.Query(fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", name)) // expect: sql-injection
	}
}
