package files

import (
	"io/fs"
	"net/http"
	"os"
)

func show(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if !fs.ValidPath(name) {
		return
	}
	data, err := os.ReadFile("/srv/files/" + name)
	if err != nil {
		return
	}
	w.Write(data)
}
