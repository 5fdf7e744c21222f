package app

import (
	"database/sql"
	"fmt"
	"iter"
	"net/http"
)

type Tables struct {
	names []string
	owner string
}

func (t *Tables) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, name := range t.names {
			if !yield(name) {
				return
			}
		}
	}
}

func (t *Tables) Each(yield func(int, string) bool) {
	for i, name := range t.names {
		if !yield(i, name) {
			return
		}
	}
}

func Handle(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	tables := &Tables{names: []string{"users", "orders"}, owner: r.FormValue("owner")}
	for name := range tables.All() {
		db.Query(fmt.Sprintf("SELECT * FROM %s WHERE owner = $1", name), tables.owner)
	}
	for _, name := range tables.Each {
		db.Query(fmt.Sprintf("SELECT * FROM %s WHERE owner = $1", name), tables.owner)
	}
}
