package app

import (
	"database/sql"
	"net/http"
)

type User struct {
	Table string
	Name  string
}

type Options struct {
	User User
}

func find(db *sql.DB, options Options) {
	db.Query("SELECT * FROM "+options.User.Table+" WHERE name = $1", options.User.Name)
}

func Handle(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	find(db, Options{User: User{Table: "users", Name: r.FormValue("name")}})
}
