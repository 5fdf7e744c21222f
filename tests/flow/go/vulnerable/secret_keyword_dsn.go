package app

import (
	"database/sql"
	_ "github.com/lib/pq"
)

func Open() (*sql.DB, error) {
	dsn := "host=db.internal user=app password=h4Rk9sPw2 dbname=shop sslmode=disable" // expect: hardcoded-secret
	return sql.Open("postgres", dsn)
}
