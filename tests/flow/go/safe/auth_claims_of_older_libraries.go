package admin

import (
	"database/sql"
	"net/http"

	older "github.com/dgrijalva/jwt-go"
	plain "github.com/golang-jwt/jwt"
	fourth "github.com/golang-jwt/jwt/v4"
)

func Oldest(db *sql.DB, r *http.Request, key older.Keyfunc) {
	token, err := older.Parse(r.Header.Get("X-Token"), key)
	if err != nil {
		return
	}
	db.Query("SELECT * FROM users WHERE id = '" + token.Claims.(older.MapClaims)["sub"].(string) + "'")
}

func Middle(db *sql.DB, r *http.Request, key plain.Keyfunc) {
	token, err := plain.Parse(r.Header.Get("X-Token"), key)
	if err != nil {
		return
	}
	db.Query("SELECT * FROM users WHERE id = '" + token.Claims.(plain.MapClaims)["sub"].(string) + "'")
}

func Fourth(db *sql.DB, r *http.Request, key fourth.Keyfunc) {
	token, err := fourth.Parse(r.Header.Get("X-Token"), key)
	if err != nil {
		return
	}
	db.Query("SELECT * FROM users WHERE id = '" + token.Claims.(fourth.MapClaims)["sub"].(string) + "'")
}
