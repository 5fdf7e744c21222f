package app

import (
	"database/sql"
	"net/http"
)

type Server struct {
	db *sql.DB
}

func (s *Server) routes() {
	http.HandleFunc("/users", s.users)
}

func (s *Server) users(w http.ResponseWriter, r *http.Request) {
	order := r.URL.Query().Get("order")
	rows, err := s.db.Query("SELECT * FROM users ORDER BY " + order) // expect: sql-injection
	if err != nil {
		return
	}
	rows.Close()
}
