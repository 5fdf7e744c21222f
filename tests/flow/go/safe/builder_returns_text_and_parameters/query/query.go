package query

import (
	"fmt"
	"net/url"
	"strings"
)

var columns = []string{"brand", "size"}

// Filters are the conditions of a request, and their parameters.
func Filters(values url.Values) (string, []any) {
	clauses := []string{"TRUE"}
	var parameters []any
	for _, column := range columns {
		if values.Has(column) {
			parameters = append(parameters, values.Get(column))
			clauses = append(clauses, fmt.Sprintf("%s = $%d", column, len(parameters)))
		}
	}
	return strings.Join(clauses, " AND "), parameters
}
