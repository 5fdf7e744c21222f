package web

import (
	"encoding/json"
	"net/http"

	"example.com/notes/store"
)

// Notes answers with notes.
type Notes struct {
	Store store.Store
}

// ServeHTTP answers with the notes of a title.
func (n *Notes) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	notes, err := n.Store.Titled(r.Context(), r.FormValue("title"))
	if err != nil {
		http.Error(w, "no notes", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(notes)
}
