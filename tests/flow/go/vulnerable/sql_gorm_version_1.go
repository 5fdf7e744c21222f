package users

import "github.com/jinzhu/gorm"

func Delete(store *gorm.DB, name string) {
	store.Exec("DELETE FROM users WHERE name = '" + name + "'") // expect: sql-injection
}
