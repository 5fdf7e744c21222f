package app

import (
	"context"
	"database/sql"
	"net/http"
	"sync"

	"golang.org/x/sync/errgroup"
)

func Handle(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	var wg sync.WaitGroup
	for _, name := range r.URL.Query()["name"] {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			db.Exec("DELETE FROM users WHERE name = '" + name + "'") // expect: sql-injection
		}(name)
	}
	wg.Wait()

	group, ctx := errgroup.WithContext(r.Context())
	city := r.FormValue("city")
	group.Go(func() error {
		return remove(ctx, db, city)
	})
	group.Wait()

	var clause string
	var once sync.Once
	once.Do(func() {
		clause = "name = '" + r.FormValue("name") + "'"
	})
	db.Exec("DELETE FROM users WHERE " + clause) // expect: sql-injection
}

func remove(ctx context.Context, db *sql.DB, city string) error {
	_, err := db.ExecContext(ctx, "DELETE FROM users WHERE city = '"+city+"'") // expect: sql-injection
	return err
}
