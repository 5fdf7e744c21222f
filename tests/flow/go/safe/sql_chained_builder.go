package app

import (
	"database/sql"
	"net/http"
)

type query struct {
	text   string
	values []any
}

func from(table string) *query {
	return &query{text: "SELECT * FROM " + table}
}

func (q *query) where(condition string, value any) *query {
	q.text += " WHERE " + condition
	q.values = append(q.values, value)
	return q
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	q := from("notes").where("owner = $1", r.FormValue("owner"))
	db.Query(q.text, q.values...)
}
