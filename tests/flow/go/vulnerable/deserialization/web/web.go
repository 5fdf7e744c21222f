package web

import (
	"net/http"

	"example.com/state/codec"
)

func Restore(w http.ResponseWriter, r *http.Request) {
	var state map[string]any
	if err := codec.Read(r.Body, &state); err != nil {
		http.Error(w, "bad state", http.StatusBadRequest)
	}
}
