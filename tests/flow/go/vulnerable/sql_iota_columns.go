package app

import (
	"database/sql"
	"net/http"
)

type Column int

const (
	Name Column = iota
	Age
)

var columns = map[string]Column{
	"name": Name,
	"age":  Age,
}

func Handle(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	order := r.FormValue("order")
	column, ok := columns[order]
	if !ok {
		column = Age
	}
	db.Query("SELECT * FROM users WHERE kind = $1 ORDER BY "+order, column) // expect: sql-injection
}
