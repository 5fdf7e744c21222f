package app

import (
	"errors"
)

var (
	ErrPassword = errors.New("password is too short")
	errToken    = errors.New("token has expired")
)

func check(password string) string {
	if password == "" {
		return "password is required"
	}
	token := "invalid"
	return token
}
