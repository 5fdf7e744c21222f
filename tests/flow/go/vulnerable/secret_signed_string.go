package app

import (
	"github.com/golang-jwt/jwt/v5"
)

func Issue(claims jwt.MapClaims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return token.SignedString([]byte("k3y-b0ard-7711-cat")) // expect: hardcoded-secret
}
