package app

import (
	"context"
	"database/sql"
	"net/http"

	"github.com/jackc/pgx/v5"
	"github.com/lib/pq"
)

type Server struct {
	db   *sql.DB
	conn *pgx.Conn
}

func (s *Server) Table(w http.ResponseWriter, r *http.Request) {
	name := pq.QuoteIdentifier(r.URL.Query().Get("table"))
	rows, err := s.db.Query("SELECT * FROM " + name)
	if err != nil {
		http.Error(w, "unavailable", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
}

func (s *Server) Order(w http.ResponseWriter, r *http.Request) {
	column := pgx.Identifier{r.URL.Query().Get("order")}.Sanitize()
	rows, err := s.conn.Query(context.Background(), "SELECT * FROM users ORDER BY "+column)
	if err != nil {
		http.Error(w, "unavailable", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
}
