package web

import (
	"net/http"

	"example.com/shop/base"
)

type Users struct {
	base.Repository
}

type Search struct {
	*base.Filter
	Sort string
}

func (u *Users) Show(w http.ResponseWriter, r *http.Request) {
	u.FindBy("name", r.FormValue("name"))
}

func (u *Users) Find(w http.ResponseWriter, r *http.Request) {
	search := Search{Filter: &base.Filter{Name: r.FormValue("name"), Page: 1}, Sort: "name"}
	u.DB.Query("SELECT * FROM users WHERE name = '" + search.Name + "'") // expect: sql-injection
}
