package app

import (
	"database/sql"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	text := "SELECT * FROM notes WHERE 1 = 0"
	for i, word := range r.Form["word"] {
		if i > 10 {
			break
		}
		text += " OR body LIKE '%" + word + "%'"
	}
	db.Query(text) // expect: sql-injection
}
