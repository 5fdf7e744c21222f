package search

import "database/sql"

// Run searches.
func Run(store *sql.DB, criteria Criteria) (*sql.Rows, error) {
	return store.Query("SELECT * FROM pages WHERE title = '" + criteria.Term + "'") // expect: sql-injection from web/web.go
}
