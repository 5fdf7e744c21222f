package query

import "strings"

type Select struct {
	table string
	where []string
	args  []any
}

func New(table string, args []any, where ...string) *Select {
	return &Select{table: table, where: where, args: args}
}

func (s *Select) String() string {
	text := "SELECT * FROM " + s.table
	if len(s.where) > 0 {
		text += " WHERE " + strings.Join(s.where, " AND ")
	}
	return text
}

func (s *Select) Args() []any {
	return s.args
}

type Page struct {
	Order string
	Owner string
}

func NewPage(order string, owner string) Page {
	return Page{Order: order, Owner: owner}
}
