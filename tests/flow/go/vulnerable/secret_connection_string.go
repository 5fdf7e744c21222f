package app

import (
	"database/sql"
	_ "github.com/lib/pq"
)

func Open() (*sql.DB, error) {
	return sql.Open("postgres", "postgres://shop:h4Rk9sPw2@db.internal:5432/shop?sslmode=disable") // expect: hardcoded-secret
}
