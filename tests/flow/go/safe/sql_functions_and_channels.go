package store

import (
	"database/sql"
	"net/http"
	"strconv"
	"sync"

	"golang.org/x/sync/errgroup"
)

type Server struct {
	run func(query string, args ...any) (*sql.Rows, error)
}

func held(db *sql.DB, r *http.Request) {
	server := Server{run: db.Query}
	server.run("SELECT * FROM t WHERE name = $1", r.FormValue("name"))
	run := db.Query
	run("SELECT * FROM t WHERE name = $1", r.FormValue("name"))
}

func grouped(db *sql.DB, r *http.Request) {
	var query string
	g, ctx := errgroup.WithContext(r.Context())
	g.Go(func() error {
		id, err := strconv.Atoi(r.FormValue("id"))
		query = "SELECT * FROM t WHERE id = " + strconv.Itoa(id)
		return err
	})
	if err := g.Wait(); err != nil {
		return
	}
	db.QueryContext(ctx, query)
}

func once(db *sql.DB, r *http.Request) {
	var once sync.Once
	name := r.FormValue("name")
	once.Do(func() {
		db.Query("DELETE FROM t WHERE name = $1", name)
	})
}

func named(db *sql.DB, r *http.Request) {
	number := func(text string) (id int, err error) {
		id, err = strconv.Atoi(text)
		return
	}
	id, err := number(r.FormValue("id"))
	if err != nil {
		return
	}
	db.Query("SELECT * FROM t WHERE id = " + strconv.Itoa(id))
}

func worked(db *sql.DB) {
	names := make(chan string)
	go func() {
		for name := range names {
			db.Query("SELECT * FROM t WHERE name = '" + name + "'")
		}
	}()
	for _, name := range []string{"a", "b"} {
		names <- name
	}
	close(names)
}
