package files

import (
	"net/http"
	"os"
	"path/filepath"
)

func show(w http.ResponseWriter, r *http.Request) {
	path := filepath.Clean("/srv/files/" + r.FormValue("name"))
	data, _ := os.ReadFile(path) // expect: path-traversal
	w.Write(data)
}

func absolute(w http.ResponseWriter, r *http.Request) {
	path, err := filepath.Abs(filepath.Join("files", r.FormValue("name")))
	if err != nil {
		return
	}
	data, _ := os.ReadFile(path) // expect: path-traversal
	w.Write(data)
}

func relative(w http.ResponseWriter, r *http.Request) {
	name := filepath.Clean(r.FormValue("name"))
	os.Remove(filepath.Join("/srv/files", name)) // expect: path-traversal
}
