package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

const base = "/srv/files"

func show(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(base, r.FormValue("name"))
	rel, err := filepath.Rel(base, path)
	if err != nil || strings.HasPrefix(rel, "..") {
		http.Error(w, "no such file", http.StatusNotFound)
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return
	}
	w.Write(data)
}

func other(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(base, r.FormValue("name"))
	rel, err := filepath.Rel(base, path)
	if err != nil {
		return
	}
	if rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return
	}
	os.Remove(path)
}
