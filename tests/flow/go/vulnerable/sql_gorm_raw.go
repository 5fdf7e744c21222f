package app

import (
	"gorm.io/gorm"
)

func Find(db *gorm.DB, name string) (ids []int) {
	db.Raw("SELECT id FROM users WHERE name = '" + name + "'").Scan(&ids) // expect: sql-injection
	return ids
}
