package app

import (
	"database/sql"
	"net/http"
)

var columns = map[string]struct{}{"name": {}, "city": {}}

func Update(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	for column, values := range r.PostForm {
		if _, ok := columns[column]; !ok {
			continue
		}
		db.Exec("UPDATE notes SET "+column+" = $1", values[0])
	}
}
