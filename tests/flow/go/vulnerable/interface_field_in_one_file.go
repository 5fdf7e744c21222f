package orders

import (
	"database/sql"
	"net/http"
)

type lister interface {
	list(status string) (*sql.Rows, error)
	close() error
}

type lookup interface {
	lister
	find(number string) (*sql.Rows, error)
}

type connected struct {
	db *sql.DB
}

func (c connected) close() error { return c.db.Close() }

type table struct {
	connected
}

func (t *table) list(status string) (*sql.Rows, error) {
	return t.db.Query("SELECT number FROM orders WHERE status = '" + status + "'") // expect: sql-injection
}

func (t *table) find(number string) (*sql.Rows, error) {
	return t.db.Query("SELECT number FROM orders WHERE number = $1", number)
}

type Server struct {
	orders lookup
}

func (s *Server) List(w http.ResponseWriter, r *http.Request) {
	rows, err := s.orders.list(r.URL.Query().Get("status"))
	if err != nil {
		http.Error(w, "no orders", http.StatusInternalServerError)
		return
	}
	rows.Close()
}
