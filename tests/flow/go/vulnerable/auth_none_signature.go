package app

import (
	"github.com/golang-jwt/jwt/v5"
)

func keyFunc(token *jwt.Token) (any, error) {
	return jwt.UnsafeAllowNoneSignatureType, nil // expect: auth-bypass
}
