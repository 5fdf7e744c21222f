package web

import (
	"net/http"
	"os"
	"text/template"
)

func Preview(w http.ResponseWriter, r *http.Request) {
	page, err := template.New("page").Funcs(template.FuncMap{"env": os.Getenv}).Parse(r.FormValue("template")) // expect: code-injection
	if err == nil {
		page.Execute(w, r)
	}
}
