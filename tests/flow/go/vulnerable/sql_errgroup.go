package app

import (
	"database/sql"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	var group errgroup.Group
	for _, name := range r.URL.Query()["name"] {
		group.Go(func() error {
			_, err := db.Exec("DELETE FROM notes WHERE name = '" + name + "'") // expect: sql-injection
			return err
		})
	}
	group.Wait()
}
