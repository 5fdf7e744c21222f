package files

import (
	"os"
	"path/filepath"
)

func load(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join("/srv/files", name)) // expect: path-traversal from handler.go
}
