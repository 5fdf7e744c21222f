package files

import (
	"io/ioutil"
	"net/http"
	"path/filepath"
)

type store struct {
	root string
}

func (s *store) read(name string) ([]byte, error) {
	return ioutil.ReadFile(filepath.Join(s.root, name)) // expect: path-traversal
}

func (s *store) show(w http.ResponseWriter, r *http.Request) {
	data, err := s.read(r.PathValue("name"))
	if err != nil {
		return
	}
	w.Write(data)
}
