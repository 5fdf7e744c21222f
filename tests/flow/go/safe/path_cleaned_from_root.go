package files

import (
	"net/http"
	"os"
	"path"
	"path/filepath"
)

func show(w http.ResponseWriter, r *http.Request) {
	name := filepath.Clean("/" + r.FormValue("name"))
	data, err := os.ReadFile(filepath.Join("/srv/files", name))
	if err != nil {
		return
	}
	w.Write(data)
}

func other(w http.ResponseWriter, r *http.Request) {
	name := path.Join("/", r.URL.Path)
	data, err := os.ReadFile("/srv/files" + name)
	if err != nil {
		return
	}
	w.Write(data)
}

func slashed(name string) string {
	if name == "" || name[0] != '/' {
		name = "/" + name
	}
	return path.Clean(name)
}

func remove(w http.ResponseWriter, r *http.Request) {
	os.Remove(filepath.Join("/srv/files", filepath.FromSlash(slashed(r.FormValue("name")))))
}
