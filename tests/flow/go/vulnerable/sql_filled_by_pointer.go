package forms

import (
	"database/sql"
	"net/http"
)

type form struct {
	Name string
}

func read(r *http.Request, into *string, name string) bool {
	*into = r.FormValue(name)
	return *into != ""
}

func (f *form) fill(r *http.Request) {
	f.Name = r.PostFormValue("name")
}

// Handler keeps what is asked for.
func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var city string
		if read(r, &city, "city") {
			db.Exec("INSERT INTO asked (city) VALUES ('" + city + "')") // expect: sql-injection
		}
		var f form
		f.fill(r)
		db.Exec("INSERT INTO asked (name) VALUES ('" + f.Name + "')") // expect: sql-injection
	}
}
