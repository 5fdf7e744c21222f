package app

import (
	"database/sql"
	_ "github.com/go-sql-driver/mysql"
)

func Open() (*sql.DB, error) {
	return sql.Open("mysql", "root:S3cr3tPw99@tcp(db.internal:3306)/shop") // expect: hardcoded-secret
}
