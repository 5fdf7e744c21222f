package web

import (
	"net/http"

	"example.com/wrapper/db"
)

type Handler struct {
	Database *db.Database
}

func (h *Handler) Rooms(w http.ResponseWriter, r *http.Request) {
	floor := r.URL.Query().Get("floor")
	h.Database.Rows(r.Context(), "SELECT * FROM rooms WHERE floor = "+floor) // expect: sql-injection
}
