package main

import (
	"database/sql"
	"net/http"

	"example.com/tickets/internal/repository"
)

func main() {
	store, err := sql.Open("pgx", "postgres://localhost/tickets")
	if err != nil {
		panic(err)
	}
	tickets := repository.New(store)
	http.HandleFunc("/tickets", func(w http.ResponseWriter, r *http.Request) {
		rows, err := tickets.AssignedTo(r.Context(), r.URL.Query().Get("person"))
		if err == nil {
			rows.Close()
		}
	})
	http.ListenAndServe(":8080", nil)
}
