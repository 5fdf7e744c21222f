package files

import (
	"net/http"
	"os"
	"path"
	"path/filepath"
)

func show(w http.ResponseWriter, r *http.Request) {
	name := filepath.Base(r.URL.Query().Get("name"))
	data, err := os.ReadFile(filepath.Join("/srv/files", name))
	if err != nil {
		return
	}
	w.Write(data)
}

func remove(w http.ResponseWriter, r *http.Request) {
	os.Remove("/srv/files/latest" + path.Ext(r.FormValue("name")))
}

func same(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if name != filepath.Base(name) {
		return
	}
	os.Remove("/srv/files/" + name)
}
