package imports

import (
	"database/sql"
	"net/http"

	"gopkg.in/yaml.v2"
)

type Item struct {
	Name string
}

func Upload(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var item Item
	yaml.NewDecoder(r.Body).Decode(&item)
	db.Query("SELECT * FROM items WHERE name = '" + item.Name + "'") // expect: sql-injection
}
