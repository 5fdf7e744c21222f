package query

import "strings"

type Select struct {
	table string
	where []string
}

func New(table string, where ...string) *Select {
	return &Select{table: table, where: where}
}

func (s *Select) String() string {
	text := "SELECT * FROM " + s.table
	if len(s.where) > 0 {
		text += " WHERE " + strings.Join(s.where, " AND ")
	}
	return text
}

type Page struct {
	Order string
	Limit int
}

func NewPage(order string, limit int) Page {
	return Page{Order: order, Limit: limit}
}
