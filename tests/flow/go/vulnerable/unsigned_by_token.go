package api

import "github.com/golang-jwt/jwt/v5"

func any(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(t *jwt.Token) (interface{}, error) {
		return jwt.UnsafeAllowNoneSignatureType, nil // expect: auth-bypass
	})
}

func byMethod(text string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(text, func(t *jwt.Token) (interface{}, error) {
		if t.Method.Alg() == "none" {
			return jwt.UnsafeAllowNoneSignatureType, nil // expect: auth-bypass
		}
		return key, nil
	})
}

func byHeader(text string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(text, func(t *jwt.Token) (interface{}, error) {
		alg, known := t.Header["alg"].(string)
		if !known || alg == "" || isNone(alg) {
			return jwt.UnsafeAllowNoneSignatureType, nil // expect: auth-bypass
		}
		if unsigned := alg == "none"; unsigned {
			return jwt.UnsafeAllowNoneSignatureType, nil // expect: auth-bypass
		}
		return key, nil
	})
}

func isNone(alg string) bool {
	return alg == "none"
}
