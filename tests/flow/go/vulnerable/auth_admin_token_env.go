package app

import (
	"net/http"
	"os"
)

func admin(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer "+os.Getenv("ADMIN_TOKEN") { // expect: auth-bypass
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
}
