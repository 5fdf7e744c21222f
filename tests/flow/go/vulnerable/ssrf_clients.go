package proxy

import "net/http"

func fetch(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{}
	client.Head(r.FormValue("url"))                                                  // expect: ssrf
	http.NewRequest("GET", r.FormValue("url"), nil)                                  // expect: ssrf
	http.NewRequestWithContext(r.Context(), "GET", "http://"+r.FormValue("host"), nil) // expect: ssrf
}
