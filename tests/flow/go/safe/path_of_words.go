package files

import (
	"net/http"
	"os"
	"regexp"
)

var others = regexp.MustCompile(`[^a-zA-Z0-9_-]+`)

func show(w http.ResponseWriter, r *http.Request) {
	name := others.ReplaceAllString(r.FormValue("name"), "")
	os.Remove("/srv/files/" + name)
}
