package stock

import "database/sql"

// Level is how much there is.
func Level(store *sql.DB, sku string) *sql.Row {
	return store.QueryRow("SELECT level FROM stock WHERE sku = '" + sku + "'") // expect: sql-injection from api/main.go
}
