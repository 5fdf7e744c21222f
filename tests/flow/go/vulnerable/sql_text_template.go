package app

import (
	"bytes"
	"database/sql"
	"net/http"
	"text/template"
)

var byOwner = template.Must(template.New("q").Parse("SELECT * FROM notes WHERE owner = '{{.Owner}}'"))

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	byOwner.Execute(&b, map[string]string{"Owner": r.FormValue("owner")})
	db.Query(b.String()) // expect: sql-injection
}
