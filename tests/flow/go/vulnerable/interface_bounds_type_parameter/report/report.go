package report

import (
	"fmt"
	"net/http"
)

// Counter counts things of a kind.
type Counter[N any] interface {
	Count(kind string) (N, error)
}

// Handler answers with how many there are.
func Handler[C Counter[int]](counter C) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		n, err := counter.Count(r.URL.Query().Get("kind"))
		if err != nil {
			http.Error(w, "cannot count", http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, n)
	}
}
