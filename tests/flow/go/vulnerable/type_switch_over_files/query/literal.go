package query

import (
	"fmt"
	"strconv"
)

func Literal(value any) string {
	switch v := value.(type) {
	case int:
		return strconv.Itoa(v)
	case string:
		return "'" + v + "'"
	case fmt.Stringer:
		return v.String()
	default:
		return "NULL"
	}
}
