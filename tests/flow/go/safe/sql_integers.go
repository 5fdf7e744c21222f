package app

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

func Page(db *sql.DB, limit int, offset int64, r *http.Request) (*sql.Rows, error) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return nil, err
	}
	return db.Query(fmt.Sprintf("SELECT * FROM users WHERE id > %d LIMIT %v OFFSET %s", id, limit, strconv.FormatInt(offset, 10)))
}
