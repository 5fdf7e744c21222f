package store

import (
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
)

func Find(db *sql.DB, r *http.Request) {
	code, _ := hex.DecodeString(r.FormValue("code"))
	db.Query(fmt.Sprintf("SELECT id FROM items WHERE code = '%s'", code)) // expect: sql-injection
	key, _ := base64.URLEncoding.DecodeString(r.FormValue("key"))
	db.Query("SELECT id FROM items WHERE key = '" + string(key) + "'") // expect: sql-injection
}
