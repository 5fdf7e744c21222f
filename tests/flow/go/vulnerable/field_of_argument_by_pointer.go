package main

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

type Filter struct {
	Limit int
	Sort  string
}

var db *sql.DB

func find(filter *Filter) (*sql.Rows, error) {
	query := fmt.Sprintf("SELECT * FROM sales ORDER BY %s LIMIT %d", filter.Sort, filter.Limit)
	return db.Query(query) // expect: sql-injection
}

func handler(w http.ResponseWriter, r *http.Request) {
	limit, _ := strconv.Atoi(r.FormValue("limit"))
	filter := &Filter{Limit: limit}
	filter.Sort = r.FormValue("sort")
	rows, _ := find(filter)
	fmt.Fprint(w, rows)
}

func main() { http.HandleFunc("/", handler) }
