package main

import (
	"database/sql"
	"net/http"

	"example.com/shop/query"
)

var db *sql.DB

func show(w http.ResponseWriter, r *http.Request) {
	db.Query("SELECT * FROM users WHERE name = " + query.Literal(r.FormValue("name"))) // expect: sql-injection
}

func main() {
	http.HandleFunc("/users", show)
}
