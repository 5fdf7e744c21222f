package store

import "context"

// Note is a note.
type Note struct {
	Title string
}

// Store keeps notes.
type Store interface {
	Titled(ctx context.Context, title string) ([]Note, error)
	Close() error
}
