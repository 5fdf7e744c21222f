package report

import "database/sql"

// Report lists rows.
type Report struct {
	store  *sql.DB
	filter string
	order  string
}

// Option changes a report.
type Option func(*Report)

// Filter leaves rows out.
func Filter(condition string) Option {
	return func(r *Report) {
		r.filter = " WHERE " + condition
	}
}

// Newest comes first.
func Newest() Option {
	return func(r *Report) { r.order = "created DESC" }
}

// New makes a report.
func New(store *sql.DB, options ...Option) *Report {
	report := &Report{store: store, order: "name"}
	for _, apply := range options {
		apply(report)
	}
	return report
}

// Rows lists the rows.
func (r *Report) Rows() (*sql.Rows, error) {
	return r.store.Query("SELECT * FROM rows" + r.filter + " ORDER BY " + r.order) // expect: sql-injection from web/web.go
}
