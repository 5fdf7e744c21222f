package parts

import (
	"database/sql"
	"net/http"
)

type parts interface {
	named(name string) (*sql.Rows, error)
}

type bound struct {
	db *sql.DB
}

func (b *bound) named(name string) (*sql.Rows, error) {
	return b.db.Query("SELECT * FROM parts WHERE name = ?", name)
}

// printed compares with the printed list, whose names are the program's own.
type printed struct {
	db *sql.DB
}

func (p *printed) named(name string) (*sql.Rows, error) {
	return p.db.Query("SELECT * FROM printed WHERE name = '" + name + "'")
}

var known = []string{"a-1", "a-2"}

func compare(db *sql.DB) error {
	var list parts = &printed{db: db}
	for _, name := range known {
		rows, err := list.named(name)
		if err != nil {
			return err
		}
		rows.Close()
	}
	return nil
}

type service struct {
	parts parts
}

func newService(parts parts) *service {
	return &service{parts: parts}
}

// Parts answers with the parts of a name.
func Parts(db *sql.DB) http.HandlerFunc {
	var direct parts = &bound{db: db}
	wrapped := newService(&bound{db: db})
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := wrapped.parts.named(r.FormValue("name"))
		if err == nil {
			rows.Close()
		}
		rows, err = direct.named(r.FormValue("name"))
		if err == nil {
			rows.Close()
		}
	}
}
