package users

import (
	"net/http"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type User struct {
	Name string
}

var store, _ = gorm.Open(postgres.Open("dbname=shop"), &gorm.Config{})

func List(w http.ResponseWriter, r *http.Request) {
	var users []User
	store.Where("name = '" + r.FormValue("name") + "'").Find(&users)                // expect: sql-injection
	store.Model(&User{}).Where("city = '" + r.FormValue("city") + "'").Find(&users) // expect: sql-injection
}
