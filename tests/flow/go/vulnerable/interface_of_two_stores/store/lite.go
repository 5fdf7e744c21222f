package store

import (
	"context"
	"database/sql"
	"fmt"
)

type lite struct {
	file *sql.DB
}

// NewLite keeps notes in a file.
func NewLite(file *sql.DB) Store { return &lite{file: file} }

func (l *lite) Titled(ctx context.Context, title string) ([]Note, error) {
	query := fmt.Sprintf("SELECT title FROM notes WHERE title = '%s'", title)
	rows, err := l.file.QueryContext(ctx, query) // expect: sql-injection from web/web.go
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []Note
	for rows.Next() {
		var note Note
		if err := rows.Scan(&note.Title); err != nil {
			return nil, err
		}
		found = append(found, note)
	}
	return found, rows.Err()
}

func (l *lite) Close() error { return l.file.Close() }
