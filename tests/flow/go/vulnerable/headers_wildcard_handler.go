package shop

import (
	"encoding/json"
	"net/http"
)

type Server struct {
	orders []Order
}

type Order struct {
	ID    int
	Total int
}

func (s *Server) Orders(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*") // expect: permissive-headers
	json.NewEncoder(w).Encode(s.orders)
}
