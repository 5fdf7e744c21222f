package tree

import "database/sql"

func loadBelow(store *sql.DB, path string, depth int) {
	if depth > 0 {
		load(store, path+"/child", depth)
	}
}
