package query

import "strconv"

func Number(value any) string {
	switch v := value.(type) {
	case int:
		return strconv.Itoa(v)
	case string:
		if _, err := strconv.Atoi(v); err != nil {
			return "0"
		}
		return v
	case bool:
		return strconv.FormatBool(v)
	default:
		return "NULL"
	}
}
