package web

import (
	"net/http"

	"example.com/wrapper/db"
)

type Handler struct {
	Database *db.Database
}

func (h *Handler) Rooms(w http.ResponseWriter, r *http.Request) {
	h.Database.Rows(r.Context(), "SELECT * FROM rooms WHERE floor = $1", r.URL.Query().Get("floor"))
}
