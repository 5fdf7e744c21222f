package models

import (
	"database/sql"
	"fmt"
)

func UserNamed(store *sql.DB, name string) *sql.Row {
	return store.QueryRow(fmt.Sprintf("SELECT id FROM users WHERE name = '%s'", name)) // expect: sql-injection from handlers/users.go
}
