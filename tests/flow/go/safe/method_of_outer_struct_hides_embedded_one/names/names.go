package names

import (
	"database/sql"

	"example.com/outer/base"
)

type Finder struct {
	base.Finder
}

func (f *Finder) Find(name string) *sql.Row {
	return f.Store.QueryRow("SELECT id FROM users WHERE name = $1", name)
}
