package main

import (
	"database/sql"
	"net/http"

	"example.com/shop/internal/orders"
	_ "github.com/lib/pq"
)

func main() {
	store, err := sql.Open("postgres", "dbname=shop")
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		rows, err := orders.InState(store, r.URL.Query().Get("state"))
		if err != nil {
			http.Error(w, "failed", http.StatusInternalServerError)
			return
		}
		defer rows.Close()
	})
	http.ListenAndServe(":8080", nil)
}
