package files

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type note struct {
	Name string
	Text string
}

func save(w http.ResponseWriter, r *http.Request) {
	var n note
	if err := json.NewDecoder(r.Body).Decode(&n); err != nil {
		return
	}
	os.WriteFile(filepath.Join("/srv/notes", n.Name), []byte(n.Text), 0o600) // expect: path-traversal
}

func create(w http.ResponseWriter, r *http.Request) {
	file, err := os.Create(filepath.Join("/srv/notes", r.FormValue("name"))) // expect: path-traversal
	if err != nil {
		return
	}
	file.Close()
}
