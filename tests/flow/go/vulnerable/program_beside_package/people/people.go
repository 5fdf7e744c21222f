package people

import "database/sql"

// Find finds people by their town.
func Find(store *sql.DB, town string) (*sql.Rows, error) {
	return store.Query("SELECT * FROM people WHERE town = '" + town + "'") // expect: sql-injection from web/web.go
}
