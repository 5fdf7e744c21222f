package search

import (
	"database/sql"
	"net/http"
)

type config struct {
	title string
	order string
	limit int
}

// Option changes a search.
type Option func(*config)

// Titled finds pages of a title.
func Titled(title string) Option {
	return func(c *config) {
		c.title = title
	}
}

// Newest orders pages.
func Newest() Option {
	return func(c *config) { c.order = "created DESC" }
}

func limited(n int) Option {
	return func(c *config) { c.limit = n }
}

func search(db *sql.DB, options ...Option) (*sql.Rows, error) {
	c := config{order: "title"}
	for _, option := range options {
		option(&c)
	}
	return db.Query("SELECT * FROM pages WHERE title = ? ORDER BY "+c.order+" LIMIT ?", c.title, c.limit)
}

// Handler answers with pages.
func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := search(db, limited(20), Newest(), Titled(r.FormValue("title")))
		if err == nil {
			rows.Close()
		}
	}
}
