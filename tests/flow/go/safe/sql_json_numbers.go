package app

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
)

type page struct {
	Limit  int `json:"limit"`
	Active bool `json:"active"`
}

func List(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var p page
		if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
			return
		}
		_, _ = db.Query(fmt.Sprintf("SELECT * FROM users WHERE active = %t LIMIT %d", p.Active, p.Limit))
		_, _ = db.Query(fmt.Sprintf("SELECT * FROM users LIMIT %v", p.Limit))
	}
}
