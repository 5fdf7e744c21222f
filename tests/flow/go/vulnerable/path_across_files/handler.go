package files

import "net/http"

func show(w http.ResponseWriter, r *http.Request) {
	data, err := load(r.FormValue("name"))
	if err != nil {
		return
	}
	w.Write(data)
}
