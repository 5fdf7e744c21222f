package web

import (
	"net/http"

	"example.com/outer/names"
)

type Handler struct {
	Finder *names.Finder
}

func (h *Handler) User(w http.ResponseWriter, r *http.Request) {
	h.Finder.Find(r.FormValue("name"))
}
