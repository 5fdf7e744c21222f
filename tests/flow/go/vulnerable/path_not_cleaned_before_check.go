package files

import (
	"net/http"
	"os"
	"strings"
)

func show(w http.ResponseWriter, r *http.Request) {
	path := "/srv/files/" + r.FormValue("name")
	if !strings.HasPrefix(path, "/srv/files/") {
		return
	}
	data, _ := os.ReadFile(path) // expect: path-traversal
	w.Write(data)
}

func dots(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if strings.HasPrefix(name, "..") {
		return
	}
	os.Remove("/srv/files/" + name) // expect: path-traversal
}
