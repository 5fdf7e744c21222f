package app

import (
	"database/sql"
	"fmt"
)

type userID int64

func Get(db *sql.DB, id userID) *sql.Row {
	return db.QueryRow(fmt.Sprintf("SELECT * FROM users WHERE id = %d", id))
}
