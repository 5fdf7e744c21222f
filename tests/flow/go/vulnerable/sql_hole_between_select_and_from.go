package app

import (
	"database/sql"
	"fmt"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	db.Query(fmt.Sprintf("SELECT %s FROM notes", r.FormValue("columns"))) // expect: sql-injection
}
