package admin

import (
	"database/sql"
	"net/http"
)

type named interface {
	name() string
}

type (
	byAge   struct{}
	byName  struct{}
	byCity  struct{}
	byPlan  struct{}
	byOwner struct{}
	byPrice struct{}
	byStart struct{}
	byEnd   struct{}
)

func (byAge) name() string   { return "age" }
func (byName) name() string  { return "name" }
func (byCity) name() string  { return "city" }
func (byPlan) name() string  { return "plan" }
func (byOwner) name() string { return "owner" }
func (byPrice) name() string { return "price" }
func (byStart) name() string { return "start" }
func (byEnd) name() string   { return "end" }

// visitor is what a log calls whoever asked.
type visitor struct {
	request *http.Request
}

func (v visitor) name() string { return v.request.Header.Get("X-Visitor") }

func order(db *sql.DB, column named) (*sql.Rows, error) {
	return db.Query("SELECT * FROM accounts ORDER BY " + column.name())
}

// ByAge lists accounts.
func ByAge(db *sql.DB) (*sql.Rows, error) { return order(db, byAge{}) }

// ByCity lists accounts.
func ByCity(db *sql.DB) (*sql.Rows, error) { return order(db, byCity{}) }
