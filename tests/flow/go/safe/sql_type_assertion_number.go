package app

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var body map[string]any
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		return
	}
	id, ok := body["id"].(float64)
	if !ok {
		return
	}
	db.Query(fmt.Sprintf("SELECT * FROM notes WHERE id = %v", id))
}
