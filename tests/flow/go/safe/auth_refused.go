package app

import (
	"net/http"
)

func admin(w http.ResponseWriter, r *http.Request, user *User) {
	if !user.IsAdmin {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
