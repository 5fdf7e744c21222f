package issuer

import (
	"encoding/json"
	"net/http"
)

type Server struct {
	keys []byte
}

func (s *Server) JWKS(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Content-Type", "application/json")
	w.Write(s.keys)
}

func (s *Server) Discovery(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	json.NewEncoder(w).Encode(map[string]string{
		"issuer":                 "https://" + r.Host,
		"authorization_endpoint": "https://" + r.Host + "/authorize",
	})
}
