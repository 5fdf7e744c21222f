package files

import (
	"net/http"
	"path/filepath"
)

func serve(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("file")
	http.ServeFile(w, r, filepath.Join("static", name)) // expect: path-traversal
}
