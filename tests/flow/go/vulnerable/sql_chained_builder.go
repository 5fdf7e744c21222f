package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

type query struct {
	text string
}

func from(table string) *query {
	return &query{text: "SELECT * FROM " + table}
}

func (q *query) where(condition string) *query {
	q.text += " WHERE " + condition
	return q
}

func (q *query) limit(count int) *query {
	q.text += fmt.Sprintf(" LIMIT %d", count)
	return q
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	q := from("notes").where("owner = '" + r.FormValue("owner") + "'").limit(3)
	db.Query(q.text) // expect: sql-injection
}
