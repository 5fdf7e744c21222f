package admin

import (
	"database/sql"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

func Profile(db *sql.DB, keys jwt.Keyfunc) http.HandlerFunc {
	parser := jwt.NewParser(jwt.WithValidMethods([]string{"RS256"}))
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := parser.Parse(r.Header.Get("X-Token"), keys)
		if err != nil {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		subject, _ := token.Claims.GetSubject()
		db.Exec("UPDATE users SET seen = now() WHERE id = '" + subject + "'")
	}
}

func Settings(db *sql.DB, keys jwt.Keyfunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.Parse(r.Header.Get("X-Token"), keys, jwt.WithValidMethods([]string{"RS256"}))
		if err != nil {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		subject, _ := token.Claims.GetSubject()
		db.Query("SELECT * FROM settings WHERE owner = '" + subject + "'")
	}
}
