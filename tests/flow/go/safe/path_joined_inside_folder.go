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
	if !strings.HasPrefix(path, base+string(filepath.Separator)) {
		http.Error(w, "no such file", http.StatusNotFound)
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return
	}
	w.Write(data)
}

func remove(w http.ResponseWriter, r *http.Request) {
	path := filepath.Clean(base + "/" + r.FormValue("name"))
	if strings.HasPrefix(path, base+"/") {
		os.Remove(path)
	}
}
