package app

import (
	"database/sql"
	"fmt"
	"time"
)

func Since(db *sql.DB, t time.Time) (*sql.Rows, error) {
	return db.Query(fmt.Sprintf("SELECT * FROM events WHERE at > '%s'", t.Format(time.RFC3339)))
}
