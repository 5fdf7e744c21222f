package app

import (
	"bytes"
	"encoding/base64"
	"encoding/gob"
	"net/http"
)

func session(r *http.Request) (s map[string]string, err error) {
	cookie, err := r.Cookie("session")
	if err != nil {
		return nil, err
	}
	raw, err := base64.StdEncoding.DecodeString(cookie.Value)
	if err != nil {
		return nil, err
	}
	err = gob.NewDecoder(bytes.NewReader(raw)).Decode(&s) // expect: insecure-deserialization
	return s, err
}
