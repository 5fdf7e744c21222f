package app

import (
	"database/sql"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
)

type Column int

const (
	Name Column = iota
	Age
	City
)

var columns = map[string]Column{
	"name": Name,
	"age":  Age,
	"city": City,
}

var names = map[Column]string{
	Name: "name",
	Age:  "age",
	City: "city",
}

var words = [...]string{Name: "name", Age: "age", City: "city"}

func (c Column) String() string {
	return [...]string{"name", "age", "city"}[c]
}

func Handle(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	column, ok := columns[r.FormValue("order")]
	if !ok {
		return
	}
	db.Query("SELECT * FROM users ORDER BY " + names[column])
	db.Query("SELECT * FROM users ORDER BY " + words[column])
	db.Query("SELECT * FROM users ORDER BY " + column.String())
	db.Query(fmt.Sprintf("SELECT * FROM users ORDER BY %s", column))
}

func Contained(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	order := r.FormValue("order")
	if !slices.Contains(words[:], order) {
		order = "name"
	}
	db.Query("SELECT * FROM users ORDER BY " + order)
	known := slices.Collect(maps.Keys(columns))
	city := r.FormValue("city")
	if slices.Contains(known, city) {
		db.Query("SELECT * FROM users ORDER BY " + city)
	}
	age := strings.ToLower(r.FormValue("age"))
	if slices.Index([]string{"age", "name"}, age) < 0 {
		return
	}
	db.Query("SELECT * FROM users ORDER BY " + age)
}

func Functions(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	order := r.FormValue("order")
	if slices.ContainsFunc([]string{"age", "name"}, func(known string) bool { return known == order }) {
		db.Query("SELECT * FROM users ORDER BY " + order)
	}
}
