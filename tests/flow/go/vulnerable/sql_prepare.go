package app

import (
	"database/sql"
	_ "github.com/go-sql-driver/mysql"
)

func Prepared(db *sql.DB, name string) (*sql.Stmt, error) {
	return db.Prepare("SELECT id FROM users WHERE active = ? AND name = '" + name + "'") // expect: sql-injection
}
