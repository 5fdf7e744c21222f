package main

import (
	"database/sql"
	"fmt"
	"net/http"

	"example.com/shop/query"
)

var db *sql.DB

func show(w http.ResponseWriter, r *http.Request) {
	q := query.New("users", "name = '"+r.FormValue("name")+"'")
	db.Query(q.String()) // expect: sql-injection
	page := query.NewPage(r.FormValue("order"), 10)
	db.Query(fmt.Sprintf("SELECT * FROM users ORDER BY %s LIMIT %d", page.Order, page.Limit)) // expect: sql-injection
}

func main() {
	http.HandleFunc("/users", show)
}
