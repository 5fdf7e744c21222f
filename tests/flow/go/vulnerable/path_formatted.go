package files

import (
	"fmt"
	"net/http"
	"os"
)

func show(w http.ResponseWriter, r *http.Request) {
	path := fmt.Sprintf("/srv/reports/%s.pdf", r.Header.Get("X-Report"))
	data, err := os.ReadFile(path) // expect: path-traversal
	if err != nil {
		return
	}
	w.Write(data)
}
