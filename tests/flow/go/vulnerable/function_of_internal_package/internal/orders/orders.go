package orders

import "database/sql"

// InState lists the orders in a state.
func InState(store *sql.DB, state string) (*sql.Rows, error) {
	return store.Query("SELECT * FROM orders WHERE state = '" + state + "'") // expect: sql-injection from main.go
}
