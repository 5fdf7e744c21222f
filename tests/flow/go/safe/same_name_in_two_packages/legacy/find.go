package legacy

import "database/sql"

func Find(store *sql.DB, text string) *sql.Row {
	return store.QueryRow(text)
}
