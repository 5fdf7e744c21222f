package store

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"net/http"
)

func Find(db *sql.DB, r *http.Request) {
	digest := sha256.Sum256([]byte(r.FormValue("name")))
	db.Query(fmt.Sprintf("SELECT id FROM items WHERE bucket = %v", digest[0]))
}
