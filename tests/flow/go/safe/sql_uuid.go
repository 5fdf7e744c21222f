package app

import (
	"database/sql"
	"fmt"
	"net/http"
	"github.com/google/uuid"
)

func Get(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	id, err := uuid.Parse(r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return db.Query(fmt.Sprintf("SELECT * FROM users WHERE id = '%s'", id))
}
