package repository

import (
	"context"
	"database/sql"
	"fmt"
)

// Tickets reads tickets.
type Tickets struct {
	store *sql.DB
}

// New makes a repository.
func New(store *sql.DB) *Tickets {
	return &Tickets{store: store}
}

// AssignedTo lists the tickets of a person.
func (t *Tickets) AssignedTo(ctx context.Context, person string) (*sql.Rows, error) {
	return t.store.QueryContext(ctx, fmt.Sprintf("SELECT * FROM tickets WHERE assignee = '%s'", person)) // expect: sql-injection from cmd/api/main.go
}
