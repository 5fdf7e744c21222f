package handler

import (
	"net/http"

	"example.com/club/internal/service"
)

type Members struct {
	Service *service.Members
}

func (m *Members) List(w http.ResponseWriter, r *http.Request) {
	if _, err := m.Service.InClub(r.PathValue("club")); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}
