package app

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
)

type credentials struct {
	Username string `json:"username"`
	Password string `json:"password"`
}

func login(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var c credentials
		if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
			http.Error(w, "bad request", http.StatusBadRequest)
			return
		}
		query := fmt.Sprintf("SELECT id FROM users WHERE username='%s' AND password='%s'", c.Username, c.Password)
		_ = db.QueryRow(query) // expect: sql-injection
	}
}
