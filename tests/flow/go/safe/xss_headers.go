package pages

import (
	"fmt"
	"net/http"
)

func agent(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<p>%s</p>", r.Header.Get("User-Agent"))
}
