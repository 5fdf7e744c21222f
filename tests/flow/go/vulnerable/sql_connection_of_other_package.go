package api

import (
	"net/http"

	"example.com/shop/store"
)

type Handler struct {
	Store *store.Store
}

func (h *Handler) Price(w http.ResponseWriter, r *http.Request) {
	var price int
	row := h.Store.Connection().QueryRow("SELECT price FROM articles WHERE name = '" + r.FormValue("name") + "'") // expect: sql-injection
	if err := row.Scan(&price); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
