package web

import (
	"html/template"
	"net/http"
	"os"
)

func Preview(w http.ResponseWriter, r *http.Request) {
	page, err := template.New("page").Funcs(template.FuncMap{"env": os.Getenv}).Parse(r.FormValue("template")) // expect: code-injection
	if err == nil {
		page.Execute(w, r)
	}
}
