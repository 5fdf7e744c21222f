package people

import (
	"database/sql"
	"fmt"
)

func ByTown(store *sql.DB, town string) *sql.Row {
	return store.QueryRow(fmt.Sprintf("SELECT * FROM people WHERE town = '%s'", town)) // expect: sql-injection from web/handlers.go
}
