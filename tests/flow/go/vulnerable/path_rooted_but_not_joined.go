package files

import (
	"net/http"
	"os"
	"path/filepath"
)

// What stands before the name is not the root.
func show(w http.ResponseWriter, r *http.Request) {
	data, _ := os.ReadFile(filepath.Clean("/srv/" + r.FormValue("name"))) // expect: path-traversal
	w.Write(data)
}

func remove(w http.ResponseWriter, r *http.Request) {
	os.Remove(filepath.Join("/srv", r.FormValue("name"))) // expect: path-traversal
}
