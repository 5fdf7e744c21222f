package files

import (
	"net/http"
	"os"
	"regexp"
)

var spaces = regexp.MustCompile(`\s+`)

func show(w http.ResponseWriter, r *http.Request) {
	name := spaces.ReplaceAllString(r.FormValue("name"), "")
	os.Remove("/srv/files/" + name) // expect: path-traversal
}
