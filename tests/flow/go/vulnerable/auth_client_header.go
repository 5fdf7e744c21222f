package app

import (
	"net/http"
)

func admin(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-User-Role") == "admin" { // expect: auth-bypass
		w.Write([]byte("secret"))
	}
}
