package columns

// Sortable are the columns that can be sorted by.
var Sortable = map[string]string{"name": "name", "created": "created_at"}

// Allowed are the columns that can be shown.
var Allowed = []string{"name", "size"}
