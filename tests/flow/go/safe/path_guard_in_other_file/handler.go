package files

import (
	"net/http"
	"os"
)

func show(w http.ResponseWriter, r *http.Request) {
	path := "/srv/files/" + r.FormValue("name")
	if !isInside(path) {
		http.Error(w, "no such file", http.StatusNotFound)
		return
	}
	data, _ := os.ReadFile(path)
	w.Write(data)
}
