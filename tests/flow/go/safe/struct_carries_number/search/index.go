package search

import (
	"database/sql"
	"fmt"
)

// Run searches.
func Run(store *sql.DB, criteria Criteria) (*sql.Rows, error) {
	return store.Query(fmt.Sprintf("SELECT * FROM pages WHERE title = ? LIMIT %v", criteria.Limit), criteria.Term)
}
