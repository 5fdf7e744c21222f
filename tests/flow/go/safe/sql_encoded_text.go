package store

import (
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
)

func Find(db *sql.DB, r *http.Request) {
	code := hex.EncodeToString([]byte(r.FormValue("name")))
	db.Query(fmt.Sprintf("SELECT id FROM items WHERE code = '%s'", code))
	key := base64.URLEncoding.EncodeToString([]byte(r.FormValue("name")))
	db.Query("SELECT id FROM items WHERE key = '" + key + "'")
}
