package app

import (
	"net/http"
)

func login(w http.ResponseWriter, token string) {
	cookie := http.Cookie{ // expect: permissive-headers
		Name:     "auth_token",
		Value:    token,
		Secure:   true,
		HttpOnly: false,
	}
	http.SetCookie(w, &cookie)
}
