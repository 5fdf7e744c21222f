package app

import (
	"golang.org/x/crypto/bcrypt"
)

func login(hash, password []byte) error {
	bcrypt.CompareHashAndPassword(hash, password) // expect: auth-bypass
	return nil
}
