package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

func table(r *http.Request) (name string) {
	defer func() {
		switch name {
		case "orders", "items":
		default:
			name = "orders"
		}
	}()
	name = r.FormValue("table")
	return name
}

func column(r *http.Request) (name string, err error) {
	defer func() { name = "created" }()
	if err := r.ParseForm(); err != nil {
		return r.FormValue("column"), err
	}
	return r.FormValue("column"), nil
}

func checked(name string) (err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("cannot check: %v", failure)
		}
	}()
	if name != "orders" && name != "items" {
		return fmt.Errorf("no such table: %s", name)
	}
	return nil
}

// List lists what is asked for.
func List(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user := r.FormValue("user")
		defer func() {
			db.Exec("INSERT INTO audit VALUES ('" + user + "')")
		}()
		db.Query("SELECT * FROM " + table(r))
		user = "somebody"
		name, err := column(r)
		if err != nil {
			return
		}
		db.Query("SELECT " + name + " FROM orders")
		name = r.FormValue("name")
		if err := checked(name); err != nil {
			return
		}
		db.Query("SELECT * FROM " + name)
	}
}
