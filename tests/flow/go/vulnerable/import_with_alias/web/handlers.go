package web

import (
	"database/sql"
	"net/http"

	residents "example.com/app/storage/people"
)

type Server struct {
	Store *sql.DB
}

func (s *Server) People(w http.ResponseWriter, r *http.Request) {
	row := residents.ByTown(s.Store, r.FormValue("town"))
	var name string
	if err := row.Scan(&name); err != nil {
		http.NotFound(w, r)
	}
}
