package search

import (
	"database/sql"
	"net/http"
)

type config struct {
	where string
	limit int
}

// Option changes a search.
type Option func(*config)

// Where narrows a search.
func Where(condition string) Option {
	return func(c *config) {
		c.where = condition
	}
}

// Limit bounds a search.
func Limit(n int) Option {
	return func(c *config) { c.limit = n }
}

func search(db *sql.DB, options ...Option) (*sql.Rows, error) {
	c := config{where: "true", limit: 10}
	for _, option := range options {
		option(&c)
	}
	return db.Query("SELECT * FROM pages WHERE "+c.where+" LIMIT ?", c.limit) // expect: sql-injection
}

// Handler answers with pages.
func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := search(db, Limit(20), Where("title = '"+r.FormValue("title")+"'"))
		if err == nil {
			rows.Close()
		}
	}
}
