package params

import (
	"net/http"
	"strconv"
)

// Page is the page that a request asks for.
func Page(r *http.Request) int {
	page, err := strconv.Atoi(r.FormValue("page"))
	if err != nil {
		return 1
	}
	return page
}
