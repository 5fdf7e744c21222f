package accounts

import (
	"database/sql"
	"errors"
	"net/http"
	"regexp"
)

type checker interface {
	check(name string) error
}

var plain = regexp.MustCompile(`^[a-z]+$`)

type names struct{}

func (names) check(name string) error {
	if !plain.MatchString(name) {
		return errors.New("no name")
	}
	return nil
}

// Server answers with accounts.
type Server struct {
	db      *sql.DB
	checker checker
}

// Sorted answers with sorted accounts.
func (s *Server) Sorted(w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("column")
	if err := s.checker.check(column); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	rows, err := s.db.Query("SELECT * FROM accounts ORDER BY " + column)
	if err == nil {
		rows.Close()
	}
}
