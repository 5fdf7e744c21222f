package base

import "database/sql"

type Finder struct {
	Store *sql.DB
}

func (f *Finder) Find(text string) *sql.Row {
	return f.Store.QueryRow(text)
}
