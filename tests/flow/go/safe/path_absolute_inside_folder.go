package files

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

type Store struct {
	root string
}

func (s *Store) resolve(name string) (string, error) {
	full, err := filepath.Abs(filepath.Join(s.root, name))
	if err != nil {
		return "", err
	}
	if !strings.HasPrefix(full, s.root+string(os.PathSeparator)) {
		return "", errors.New("outside of the store")
	}
	return full, nil
}

func (s *Store) get(w http.ResponseWriter, r *http.Request) {
	path, err := s.resolve(r.URL.Query().Get("name"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer file.Close()
}
