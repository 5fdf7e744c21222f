package tree

import "database/sql"

func load(store *sql.DB, path string, depth int) {
	rows, err := store.Query("SELECT name FROM nodes WHERE path = '" + path + "'") // expect: sql-injection from tree/web.go
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		loadBelow(store, path, depth-1)
	}
}
