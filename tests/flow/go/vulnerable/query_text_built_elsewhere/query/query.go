package query

import (
	"fmt"
	"strings"
)

// Ordered selects the rows of a table in an order.
func Ordered(table, column string) string {
	return fmt.Sprintf("SELECT * FROM %s ORDER BY %s", table, column)
}

// Matching selects the rows of a table with a value.
func Matching(table, column, value string) string {
	var text strings.Builder
	text.WriteString("SELECT * FROM " + table)
	text.WriteString(" WHERE " + column + " = '" + value + "'")
	return text.String()
}
