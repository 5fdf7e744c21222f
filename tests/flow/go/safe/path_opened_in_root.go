package files

import (
	"io"
	"net/http"
	"os"
)

func show(w http.ResponseWriter, r *http.Request) {
	file, err := os.OpenInRoot("/srv/files", r.FormValue("name"))
	if err != nil {
		return
	}
	defer file.Close()
	io.Copy(w, file)
}

func other(w http.ResponseWriter, r *http.Request) {
	root, err := os.OpenRoot("/srv/files")
	if err != nil {
		return
	}
	defer root.Close()
	file, err := root.Open(r.FormValue("name"))
	if err != nil {
		return
	}
	io.Copy(w, file)
	root.Remove(r.FormValue("old"))
}
