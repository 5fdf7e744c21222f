package search

import "database/sql"

func Run(store *sql.DB, text string) *sql.Row {
	return store.QueryRow(text)
}
