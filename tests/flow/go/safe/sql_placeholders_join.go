package app

import (
	"database/sql"
	"strings"
)

func Many(db *sql.DB, ids []any) (*sql.Rows, error) {
	marks := strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",")
	return db.Query("SELECT * FROM users WHERE id IN ("+marks+")", ids...)
}
