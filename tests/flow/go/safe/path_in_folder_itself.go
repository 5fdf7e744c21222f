package files

import (
	"net/http"
	"os"
	"path/filepath"
)

func show(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join("/srv/files", r.FormValue("name"))
	if filepath.Dir(path) != "/srv/files" {
		return
	}
	os.Remove(path)
}

func relative(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join("/srv/files", r.FormValue("name"))
	rel, err := filepath.Rel("/srv/files", path)
	if err != nil || !filepath.IsLocal(rel) {
		return
	}
	os.Remove(path)
}
