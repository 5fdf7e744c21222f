package files

import (
	"io"
	"net/http"
	"os"
)

var folder = http.Dir("/srv/files")

func show(w http.ResponseWriter, r *http.Request) {
	file, err := folder.Open(r.FormValue("name"))
	if err != nil {
		return
	}
	io.Copy(w, file)
}

func embedded(w http.ResponseWriter, r *http.Request) {
	files := os.DirFS("/srv/files")
	file, err := files.Open(r.FormValue("name"))
	if err != nil {
		return
	}
	io.Copy(w, file)
}

func main() {
	http.Handle("/files/", http.StripPrefix("/files/", http.FileServer(folder)))
	http.ListenAndServe(":8080", nil)
}
