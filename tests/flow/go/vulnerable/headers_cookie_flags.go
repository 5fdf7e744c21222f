package app

import (
	"net/http"
)

func login(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Path: "/"}) // expect: permissive-headers
}
