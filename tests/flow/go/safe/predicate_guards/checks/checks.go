package checks

var columns = map[string]bool{"name": true, "size": true}

// IsColumn tells whether there is a column of a name.
func IsColumn(name string) bool {
	return columns[name]
}
