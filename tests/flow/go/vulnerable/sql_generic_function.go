package app

import (
	"database/sql"
	"net/http"
)

func first[T any](values []T, fallback T) T {
	if len(values) == 0 {
		return fallback
	}
	return values[0]
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	owner := first(r.URL.Query()["owner"], "nobody")
	db.Query("SELECT * FROM notes WHERE owner = '" + owner + "'") // expect: sql-injection
}
