package app

import (
	"errors"
	"github.com/golang-jwt/jwt/v5"
)

func parse(raw string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, errors.New("unexpected method")
		}
		return key, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
}
