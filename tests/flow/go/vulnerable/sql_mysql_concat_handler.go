package main

import (
	"database/sql"
	"net/http"
	_ "github.com/go-sql-driver/mysql"
)

var db *sql.DB

func search(w http.ResponseWriter, r *http.Request) {
	rows, err := db.Query("SELECT name FROM items WHERE name LIKE '%" + r.URL.Query().Get("q") + "%'") // expect: sql-injection
	if err != nil {
		http.Error(w, "error", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
}

func main() {
	http.HandleFunc("/search", search)
}
