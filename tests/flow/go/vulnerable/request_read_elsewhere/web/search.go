package web

import (
	"database/sql"
	"net/http"

	"example.com/search/params"
)

type Server struct {
	Store *sql.DB
}

func (s *Server) Search(w http.ResponseWriter, r *http.Request) {
	s.Store.Query("SELECT * FROM docs WHERE body LIKE '%" + params.Term(r) + "%'") // expect: sql-injection from params/params.go
}
