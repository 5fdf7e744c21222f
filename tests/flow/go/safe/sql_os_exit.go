package app

import (
	"database/sql"
	"fmt"
	"os"
)

func Dump(db *sql.DB, owner string) (*sql.Rows, error) {
	switch owner {
	case "me", "you":
	default:
		fmt.Fprintln(os.Stderr, "unknown owner")
		os.Exit(2)
	}
	return db.Query("SELECT * FROM notes WHERE owner = '" + owner + "'")
}
