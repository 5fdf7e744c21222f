package app

import (
	"database/sql"
	"net/http"
)

type report struct {
	db        *sql.DB
	owner     string
	condition string
}

func (r *report) prepare(owner string) {
	r.owner = owner
	r.condition = "owner = $1"
}

func (r *report) rows() (*sql.Rows, error) {
	return r.db.Query("SELECT * FROM reports WHERE "+r.condition, r.owner)
}

func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, req *http.Request) {
		r := &report{db: db}
		r.prepare(req.FormValue("owner"))
		r.rows()
	}
}
