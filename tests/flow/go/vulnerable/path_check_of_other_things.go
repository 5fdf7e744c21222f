package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func extension(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join("/srv/files", r.FormValue("name"))
	if !strings.HasSuffix(path, ".txt") {
		return
	}
	data, _ := os.ReadFile(path) // expect: path-traversal
	w.Write(data)
}

func folder(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join("/srv/files", r.FormValue("name"))
	if !strings.HasPrefix(path, r.FormValue("folder")) {
		return
	}
	os.Remove(path) // expect: path-traversal
}

func logged(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if !filepath.IsLocal(name) {
		println("suspicious name")
	}
	os.Remove(filepath.Join("/srv/files", name)) // expect: path-traversal
}

func outside(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join("/srv/files", r.FormValue("name"))
	rel, err := filepath.Rel("/srv/files", path)
	if err != nil || !strings.HasPrefix(rel, "..") {
		return
	}
	os.Remove(path) // expect: path-traversal
}
