package files

import (
	"net/http"
	"os"
	"path/filepath"
)

func show(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join("/srv/files", r.FormValue("name"))
	data, err := os.ReadFile(path) // expect: path-traversal
	if err != nil {
		return
	}
	w.Write(data)
}

func open(w http.ResponseWriter, r *http.Request) {
	file, err := os.Open("/srv/files/" + r.URL.Query().Get("name")) // expect: path-traversal
	if err != nil {
		return
	}
	defer file.Close()
}
