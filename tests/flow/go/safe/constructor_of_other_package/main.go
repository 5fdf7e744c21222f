package main

import (
	"database/sql"
	"fmt"
	"net/http"

	"example.com/shop/query"
)

var db *sql.DB

func show(w http.ResponseWriter, r *http.Request) {
	q := query.New("users", []any{r.FormValue("name")}, "name = $1")
	db.Query(q.String(), q.Args()...)
	page := query.NewPage("name", r.FormValue("owner"))
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE owner = $1 ORDER BY %s", page.Order), page.Owner)
}

func main() {
	http.HandleFunc("/users", show)
}
