package app

import (
	"database/sql"
	"net/http"
)

func table(r *http.Request) (name string) {
	defer func() {
		if name == "" {
			name = r.FormValue("table")
		}
	}()
	return ""
}

func schema(r *http.Request) (name string, err error) {
	defer func() { name += r.FormValue("suffix") }()
	if err = r.ParseForm(); err != nil {
		return "", err
	}
	return "orders", nil
}

// List lists what is asked for.
func List(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		db.Query("SELECT * FROM " + table(r)) // expect: sql-injection
		name, err := schema(r)
		if err != nil {
			return
		}
		db.Query("SELECT * FROM " + name + ".things") // expect: sql-injection
	}
}
