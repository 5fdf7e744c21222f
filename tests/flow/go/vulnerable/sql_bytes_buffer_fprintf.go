package app

import (
	"bytes"
	"database/sql"
	"fmt"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	b.WriteString("SELECT * FROM notes")
	fmt.Fprintf(&b, " WHERE owner = '%s'", r.FormValue("owner"))
	db.Query(b.String()) // expect: sql-injection
}
