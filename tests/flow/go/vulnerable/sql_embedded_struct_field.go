package app

import (
	"database/sql"
	"net/http"
)

type base struct {
	condition string
}

type search struct {
	base
	limit int
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	s := search{base: base{condition: "owner = '" + r.FormValue("owner") + "'"}, limit: 3}
	db.Query("SELECT * FROM notes WHERE " + s.condition) // expect: sql-injection
}
