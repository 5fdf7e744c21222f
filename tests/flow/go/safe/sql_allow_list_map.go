package app

import (
	"database/sql"
	"net/http"
)

var columns = map[string]string{"name": "users.name", "date": "users.created_at"}

func List(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	column, ok := columns[r.FormValue("sort")]
	if !ok {
		column = "users.id"
	}
	return db.Query("SELECT * FROM users ORDER BY " + column)
}
