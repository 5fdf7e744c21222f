package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

const base = "/srv/files/"

func show(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(base, r.FormValue("name"))
	real, err := filepath.EvalSymlinks(path)
	if err != nil || !strings.HasPrefix(real, base) {
		return
	}
	data, err := os.ReadFile(real)
	if err != nil {
		return
	}
	w.Write(data)
}
