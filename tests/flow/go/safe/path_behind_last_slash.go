package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func last(w http.ResponseWriter, r *http.Request) {
	p := r.URL.Query().Get("name")
	name := p[strings.LastIndex(p, "/")+1:]
	data, err := os.ReadFile(filepath.Join("/srv/files", name))
	if err != nil {
		return
	}
	w.Write(data)
}

func found(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if i := strings.LastIndex(name, "/"); i >= 0 {
		name = name[i+1:]
	}
	data, err := os.ReadFile(filepath.Join("/srv/files", name))
	if err != nil {
		return
	}
	w.Write(data)
}

func parts(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(r.FormValue("name"), "/")
	os.Remove("/srv/files/" + parts[len(parts)-1])
}
