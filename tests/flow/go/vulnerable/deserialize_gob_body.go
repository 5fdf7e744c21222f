package app

import (
	"encoding/gob"
	"net/http"
)

func receive(w http.ResponseWriter, r *http.Request) {
	var job map[string]any
	if err := gob.NewDecoder(r.Body).Decode(&job); err != nil { // expect: insecure-deserialization
		http.Error(w, "bad request", http.StatusBadRequest)
	}
}
