package files

import (
	"net/http"
	"os"
	"path/filepath"
)

func show(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if !filepath.IsLocal(name) {
		http.Error(w, "bad name", http.StatusBadRequest)
		return
	}
	data, err := os.ReadFile(filepath.Join("/srv/files", name))
	if err != nil {
		return
	}
	w.Write(data)
}

func localized(w http.ResponseWriter, r *http.Request) {
	name, err := filepath.Localize(r.URL.Query().Get("name"))
	if err != nil {
		return
	}
	os.Remove(filepath.Join("/srv/files", name))
}
