package files

import (
	"net/http"
	"os"
	"slices"
)

var themes = []string{"light", "dark"}

var manuals = map[string]string{"en": "manual.en.pdf", "de": "manual.de.pdf"}

func theme(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("theme")
	if !slices.Contains(themes, name) {
		return
	}
	data, _ := os.ReadFile("themes/" + name + ".css")
	w.Write(data)
}

func manual(w http.ResponseWriter, r *http.Request) {
	file, ok := manuals[r.FormValue("language")]
	if !ok {
		return
	}
	data, _ := os.ReadFile("manuals/" + file)
	w.Write(data)
}
