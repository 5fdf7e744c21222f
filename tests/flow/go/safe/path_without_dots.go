package files

import (
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func show(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if strings.Contains(name, "..") {
		http.Error(w, "bad name", http.StatusBadRequest)
		return
	}
	data, _ := os.ReadFile(filepath.Join("/srv/files", name))
	w.Write(data)
}

func part(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if strings.ContainsAny(name, "/\\") {
		return
	}
	os.Remove("/srv/files/" + name)
}

func clean(w http.ResponseWriter, r *http.Request) {
	name := filepath.Clean(r.FormValue("name"))
	if strings.HasPrefix(name, "..") {
		return
	}
	os.Remove(filepath.Join("/srv/files", name))
}

func parts(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if slices.Contains(strings.Split(name, "/"), "..") {
		return
	}
	os.Remove(filepath.Join("/srv/files", name))
}

func eachPart(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	for _, part := range strings.Split(name, "/") {
		if part == ".." {
			return
		}
	}
	os.Remove(filepath.Join("/srv/files", name))
}
