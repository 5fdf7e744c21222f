package app

import (
	"database/sql"
	"fmt"
	_ "github.com/lib/pq"
)

func FindUser(db *sql.DB, email string) *sql.Row {
	query := fmt.Sprintf("SELECT id FROM users WHERE email = '%s'", email)
	return db.QueryRow(query) // expect: sql-injection
}
