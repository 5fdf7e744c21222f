package app

import (
	"database/sql"
	"fmt"
	"os"
	_ "github.com/lib/pq"
)

var DB *sql.DB

func Init() error {
	var err error
	DB, err = sql.Open("postgres", os.Getenv("DATABASE_URL"))
	return err
}

func ByEmail(email string) *sql.Row {
	return DB.QueryRow(fmt.Sprintf("SELECT id FROM users WHERE email = '%v'", email)) // expect: sql-injection
}
