package app

import (
	"database/sql"
)

type Store struct {
	*sql.DB
}

func (s *Store) ByName(name string) *sql.Row {
	return s.QueryRow("SELECT id FROM users WHERE name = '" + name + "'") // expect: sql-injection
}
