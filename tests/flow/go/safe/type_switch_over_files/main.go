package main

import (
	"database/sql"
	"net/http"

	"example.com/shop/query"
)

var db *sql.DB

func show(w http.ResponseWriter, r *http.Request) {
	db.Query("SELECT * FROM users WHERE id = " + query.Number(r.FormValue("id")))
}

func main() {
	http.HandleFunc("/users", show)
}
