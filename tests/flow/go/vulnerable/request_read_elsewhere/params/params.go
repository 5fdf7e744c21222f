package params

import (
	"net/http"
	"strings"
)

// Term is what a request searches for.
func Term(r *http.Request) string {
	return strings.TrimSpace(r.URL.Query().Get("q"))
}
