package app

import (
	"database/sql"
	"net/http"
)

type report struct {
	db        *sql.DB
	condition string
}

func (r *report) prepare(owner string) {
	r.condition = "owner = '" + owner + "'"
}

func (r *report) rows() (*sql.Rows, error) {
	return r.db.Query("SELECT * FROM reports WHERE " + r.condition) // expect: sql-injection
}

func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, req *http.Request) {
		r := &report{db: db}
		r.prepare(req.FormValue("owner"))
		r.rows()
	}
}
