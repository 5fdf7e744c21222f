package app

import (
	"database/sql"
	_ "github.com/go-sql-driver/mysql"
)

func Prepared(db *sql.DB, column string) (*sql.Stmt, error) {
	return db.Prepare("SELECT " + column + " FROM users WHERE id = ?") // expect: sql-injection
}
