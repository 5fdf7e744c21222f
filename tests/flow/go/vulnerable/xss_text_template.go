package pages

import (
	"net/http"
	"text/template"
)

func show(w http.ResponseWriter, r *http.Request) {
	page, err := template.New("page").Parse("<h1>{{.}}</h1>")
	if err != nil {
		return
	}
	page.Execute(w, r.FormValue("name")) // expect: xss
}
