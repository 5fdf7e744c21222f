package app

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
)

type filter struct {
	Owner string `json:"owner"`
	Limit int    `json:"limit"`
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var f filter
	json.NewDecoder(r.Body).Decode(&f)
	db.Query(fmt.Sprintf("SELECT * FROM notes LIMIT %v", f.Limit))
	db.Query(fmt.Sprintf("SELECT * FROM notes WHERE owner = '%v'", f.Owner)) // expect: sql-injection
}
