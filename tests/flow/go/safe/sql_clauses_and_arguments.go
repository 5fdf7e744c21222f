package app

import (
	"database/sql"
	"fmt"
	"net/http"
	"strings"
)

func Search(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	where := []string{"1 = 1"}
	var args []any
	if name := r.URL.Query().Get("name"); name != "" {
		args = append(args, name)
		where = append(where, fmt.Sprintf("name = $%d", len(args)))
	}
	return db.Query("SELECT * FROM users WHERE "+strings.Join(where, " AND "), args...)
}
