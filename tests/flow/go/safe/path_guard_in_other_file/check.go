package files

import (
	"path/filepath"
	"strings"
)

func isInside(path string) bool {
	return strings.HasPrefix(filepath.Clean(path), "/srv/files/")
}
