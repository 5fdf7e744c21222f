package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	conditions := map[string]string{}
	for key, values := range r.URL.Query() {
		conditions[key] = values[0]
	}
	text := "SELECT * FROM notes WHERE 1 = 1"
	for key, value := range conditions {
		text += fmt.Sprintf(" AND %s = '%s'", key, value)
	}
	db.Query(text) // expect: sql-injection
}
