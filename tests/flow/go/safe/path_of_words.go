package files

import (
	"net/http"
	"os"
	"regexp"
	"strings"
)

var others = regexp.MustCompile(`[^a-zA-Z0-9_-]+`)

func show(w http.ResponseWriter, r *http.Request) {
	name := others.ReplaceAllString(r.FormValue("name"), "")
	os.Remove("/srv/files/" + name)
}

func flat(w http.ResponseWriter, r *http.Request) {
	name := strings.ReplaceAll(r.FormValue("name"), "/", "_")
	os.Remove("/srv/files/" + name)
}
