package files

import (
	"net/http"
	"os"
	"strings"
)

func first(w http.ResponseWriter, r *http.Request) {
	p := r.URL.Query().Get("name")
	name := p[strings.Index(p, "/")+1:]
	os.Remove("/srv/files/" + name) // expect: path-traversal
}

func with(w http.ResponseWriter, r *http.Request) {
	p := r.URL.Query().Get("name")
	name := p[strings.LastIndex(p, "."):]
	os.Remove("/srv/files/avatar" + name) // expect: path-traversal
}

func before(w http.ResponseWriter, r *http.Request) {
	p := r.URL.Query().Get("name")
	os.RemoveAll("/srv/files/" + p[:strings.LastIndex(p, "/")+1]) // expect: path-traversal
}

func other(w http.ResponseWriter, r *http.Request) {
	p := r.URL.Query().Get("name")
	q := r.URL.Query().Get("other")
	os.RemoveAll("/srv/files/" + q[strings.LastIndex(p, "/")+1:]) // expect: path-traversal
}
