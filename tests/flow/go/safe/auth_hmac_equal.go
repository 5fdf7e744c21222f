package app

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
)

func verify(r *http.Request, body, secret []byte) bool {
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	signature, err := hex.DecodeString(r.Header.Get("X-Signature"))
	return err == nil && hmac.Equal(signature, mac.Sum(nil))
}
