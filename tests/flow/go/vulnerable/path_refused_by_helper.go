package app

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

const root = "/srv/files"

func containsDotDot(v string) bool {
	if !strings.Contains(v, "..") {
		return false
	}
	for _, part := range strings.Split(v, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

func isShort(v string) bool {
	if len(v) > 20 {
		return false
	}
	return !strings.Contains(v, "..")
}

// Serve serves files.
func Serve(w http.ResponseWriter, r *http.Request) {
	one, two := r.FormValue("one"), r.FormValue("two")
	if !containsDotDot(one) {
		return
	}
	os.Open(filepath.Join(root, one)) // expect: path-traversal
	if isShort(two) {
		return
	}
	os.Open(filepath.Join(root, two)) // expect: path-traversal
	parts := strings.Split(r.FormValue("three"), "/")
	os.Open(filepath.Join(root, parts[0], "index.html")) // expect: path-traversal
	os.Open(filepath.Join(root, parts[len(root)-1])) // expect: path-traversal
}

// Rooted serves files of a folder.
func Rooted(w http.ResponseWriter, r *http.Request) {
	folder, err := os.OpenRoot(r.FormValue("folder")) // expect: path-traversal
	if err != nil {
		return
	}
	defer folder.Close()
	folder.Open(r.FormValue("name"))
	os.OpenInRoot(root, r.FormValue("name"))
}
