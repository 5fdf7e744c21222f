package files

import (
	"net/http"
	"os"
	"strings"
)

func show(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	content, err := os.ReadFile("/srv/files/" + name[strings.LastIndexByte(name, '/')+1:])
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	w.Write(content)
}
