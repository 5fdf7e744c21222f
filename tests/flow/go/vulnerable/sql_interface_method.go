package app

import (
	"database/sql"
	"net/http"
)

type finder interface {
	Find(name string) (*sql.Rows, error)
}

type notes struct {
	db *sql.DB
}

func (n notes) Find(name string) (*sql.Rows, error) {
	return n.db.Query("SELECT * FROM notes WHERE name = '" + name + "'") // expect: sql-injection
}

func Handler(f finder) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		f.Find(r.FormValue("name"))
	}
}
