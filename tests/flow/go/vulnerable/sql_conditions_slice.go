package app

import (
	"database/sql"
	"fmt"
	"net/http"
	"strings"
)

func Search(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	var conditions []string
	for key, values := range r.URL.Query() {
		conditions = append(conditions, fmt.Sprintf("%s = '%s'", key, values[0]))
	}
	query := "SELECT * FROM products WHERE " + strings.Join(conditions, " AND ")
	return db.Query(query) // expect: sql-injection
}
