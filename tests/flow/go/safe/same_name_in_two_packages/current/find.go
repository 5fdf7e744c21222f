package current

import "database/sql"

func Find(store *sql.DB, name string) *sql.Row {
	return store.QueryRow("SELECT id FROM users WHERE name = $1", name)
}
