package app

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

const root = "/srv/files"

func isSlash(r rune) bool { return r == '/' || r == '\\' }

func containsDotDot(v string) bool {
	if !strings.Contains(v, "..") {
		return false
	}
	for _, part := range strings.FieldsFunc(v, isSlash) {
		if part == ".." {
			return true
		}
	}
	return false
}

func hasDots(path string) bool { return strings.Contains(path, "..") }

func climbs(path string) bool {
	for _, part := range strings.Split(path, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

func validate(path string) error {
	if hasDots(path) {
		return errors.New("the path leaves the folder")
	}
	return nil
}

// Serve serves files.
func Serve(w http.ResponseWriter, r *http.Request) {
	one, two, three, four := r.FormValue("one"), r.FormValue("two"), r.FormValue("three"), r.FormValue("four")
	if containsDotDot(one) {
		http.Error(w, "no", http.StatusBadRequest)
		return
	}
	os.Open(filepath.Join(root, one))
	if hasDots(two) || strings.HasPrefix(two, "/") {
		http.Error(w, "no", http.StatusBadRequest)
		return
	}
	os.Open(filepath.Join(root, two))
	if !climbs(three) {
		os.Open(filepath.Join(root, three))
	}
	if err := validate(four); err != nil {
		return
	}
	os.Open(filepath.Join(root, four))
}

// Last serves what the last part of a path names.
func Last(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(r.URL.Path, "/")
	os.Open(filepath.Join(root, parts[len(parts)-1]))
}
