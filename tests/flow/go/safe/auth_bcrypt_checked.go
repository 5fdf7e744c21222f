package app

import (
	"golang.org/x/crypto/bcrypt"
)

func login(hash, password []byte) error {
	if err := bcrypt.CompareHashAndPassword(hash, password); err != nil {
		return err
	}
	return nil
}
