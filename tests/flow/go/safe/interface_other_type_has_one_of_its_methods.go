package stock

import (
	"database/sql"
	"net/http"
)

type shelf interface {
	labelled(label string) (*sql.Rows, error)
	refill(label string, count int) error
}

type shelves struct {
	db *sql.DB
}

func (s *shelves) labelled(label string) (*sql.Rows, error) {
	return s.db.Query("SELECT * FROM shelves WHERE label = ?", label)
}

func (s *shelves) refill(label string, count int) error {
	_, err := s.db.Exec("UPDATE shelves SET count = ? WHERE label = ?", count, label)
	return err
}

// Not a shelf: it refills without a count, and what it labels are its own.
type archive struct {
	db *sql.DB
}

func (a *archive) labelled(label string) (*sql.Rows, error) {
	return a.db.Query("SELECT * FROM archive WHERE label = '" + label + "'")
}

func (a *archive) refill(label string) error {
	_, err := a.db.Exec("UPDATE archive SET count = 0 WHERE label = '" + label + "'")
	return err
}

func (a *archive) clear() error {
	if err := a.refill("old"); err != nil {
		return err
	}
	rows, err := a.labelled("empty")
	if err != nil {
		return err
	}
	return rows.Close()
}

// Handler answers with what is on a shelf.
func Handler(s shelf) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := s.labelled(r.FormValue("label"))
		if err == nil {
			rows.Close()
		}
	}
}
