package main

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

type Filter struct {
	Limit int
	Title string
	Sort  string
}

var db *sql.DB

func find(filter Filter) (*sql.Rows, error) {
	return db.Query(fmt.Sprintf("SELECT * FROM sales ORDER BY %s LIMIT %d", filter.Sort, filter.Limit))
}

func handler(w http.ResponseWriter, r *http.Request) {
	limit, _ := strconv.Atoi(r.FormValue("limit"))
	rows, _ := find(Filter{Limit: limit, Title: r.FormValue("title"), Sort: "name"})
	fmt.Fprint(w, rows)
}

func main() { http.HandleFunc("/", handler) }
