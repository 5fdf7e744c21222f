package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	values := []any{r.FormValue("owner"), 10}
	db.Query(fmt.Sprintf("SELECT * FROM notes WHERE owner = '%s' LIMIT %d", values...)) // expect: sql-injection
}
