package app

import (
	"github.com/jmoiron/sqlx"
)

func Load(db *sqlx.DB, city string) (users []string, err error) {
	err = db.Select(&users, "SELECT name FROM users WHERE city = '"+city+"'") // expect: sql-injection
	return users, err
}
