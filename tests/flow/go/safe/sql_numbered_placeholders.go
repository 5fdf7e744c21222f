package app

import (
	"database/sql"
	"fmt"
	"strings"
)

func Many(db *sql.DB, ids []string) (*sql.Rows, error) {
	marks := make([]string, len(ids))
	args := make([]any, len(ids))
	for i, id := range ids {
		marks[i] = fmt.Sprintf("$%d", i+1)
		args[i] = id
	}
	return db.Query(fmt.Sprintf("SELECT * FROM users WHERE id IN (%s)", strings.Join(marks, ",")), args...)
}
