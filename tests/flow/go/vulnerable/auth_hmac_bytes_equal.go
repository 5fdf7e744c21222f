package app

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"hash"
)

func verify(mac hash.Hash, signature []byte) bool {
	return bytes.Equal(mac.Sum(nil), signature)
}

func check(secret, body, signature []byte) bool {
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	return bytes.Equal(mac.Sum(nil), signature) // expect: auth-bypass
}
