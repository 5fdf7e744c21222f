package app

import (
	"database/sql"
	"encoding/json"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var body map[string]any
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		return
	}
	name, ok := body["name"].(string)
	if !ok {
		return
	}
	db.Query("SELECT * FROM notes WHERE name = '" + name + "'") // expect: sql-injection
}
