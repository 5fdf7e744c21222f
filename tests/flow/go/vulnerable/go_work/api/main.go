package main

import (
	"database/sql"
	"net/http"

	"example.com/storage/stock"
)

func level(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		stock.Level(store, r.PathValue("sku"))
	}
}
