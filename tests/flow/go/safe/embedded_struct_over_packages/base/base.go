package base

import (
	"database/sql"
	"fmt"
)

type Repository struct {
	DB    *sql.DB
	Table string
}

func (r *Repository) FindBy(column, value string) (*sql.Rows, error) {
	return r.DB.Query(fmt.Sprintf("SELECT * FROM %s WHERE %s = $1", r.Table, column), value)
}

type Filter struct {
	Name string
	Page int
}
