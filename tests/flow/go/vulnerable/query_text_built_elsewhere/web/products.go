package web

import (
	"database/sql"
	"net/http"

	"example.com/products/query"
)

type Server struct {
	Store *sql.DB
}

func (s *Server) Products(w http.ResponseWriter, r *http.Request) {
	s.Store.Query(query.Ordered("products", r.FormValue("sort"))) // expect: sql-injection
}

func (s *Server) Brands(w http.ResponseWriter, r *http.Request) {
	text := query.Matching("brands", "name", r.FormValue("name"))
	s.Store.Query(text) // expect: sql-injection
}
