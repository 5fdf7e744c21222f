package files

import (
	"net/http"
	"os"
	"path"
)

func remove(w http.ResponseWriter, r *http.Request) {
	os.RemoveAll(path.Join("/srv/projects", r.FormValue("project"))) // expect: path-traversal
}

func rename(w http.ResponseWriter, r *http.Request) {
	os.Rename("/srv/new.txt", "/srv/files/"+r.FormValue("name")) // expect: path-traversal
}
