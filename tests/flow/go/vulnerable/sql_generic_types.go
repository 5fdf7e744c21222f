package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

type Box[T any] struct {
	value T
}

func NewBox[T any](value T) *Box[T] {
	return &Box[T]{value: value}
}

func (b *Box[T]) Get() T {
	return b.value
}

type Pair[K comparable, V any] struct {
	Key   K
	Value V
}

func Map[T, U any](items []T, convert func(T) U) []U {
	var out []U
	for _, item := range items {
		out = append(out, convert(item))
	}
	return out
}

func First[T any](items []T) T {
	return items[0]
}

func Boxed(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	box := NewBox(r.FormValue("name"))
	db.Query("SELECT * FROM users WHERE name = '" + box.Get() + "'") // expect: sql-injection
	pair := Pair[string, string]{Key: "name", Value: r.FormValue("name")}
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE %s = '%s'", pair.Key, pair.Value)) // expect: sql-injection
}

func Mapped(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	quoted := Map(r.URL.Query()["name"], func(name string) string { return "'" + name + "'" })
	db.Query("SELECT * FROM users WHERE name = " + First(quoted)) // expect: sql-injection
}
