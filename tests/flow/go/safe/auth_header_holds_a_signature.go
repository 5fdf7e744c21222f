package admin

import (
	"crypto/hmac"
	"crypto/subtle"
	"net/http"

	"golang.org/x/crypto/bcrypt"
)

func Signed(w http.ResponseWriter, r *http.Request, expected []byte) {
	if hmac.Equal(expected, []byte(r.Header.Get("X-Admin"))) {
		w.Write([]byte("welcome"))
		return
	}
	http.Error(w, "forbidden", http.StatusForbidden)
}

func Keyed(w http.ResponseWriter, r *http.Request, key []byte) {
	if subtle.ConstantTimeCompare(key, []byte(r.Header.Get("X-Admin"))) != 1 {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.Write([]byte("welcome"))
}

func Hashed(w http.ResponseWriter, r *http.Request, hash []byte) {
	if bcrypt.CompareHashAndPassword(hash, []byte(r.Header.Get("X-Admin"))) != nil {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.Write([]byte("welcome"))
}
