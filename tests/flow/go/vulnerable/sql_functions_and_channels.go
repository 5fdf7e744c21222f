package store

import (
	"context"
	"database/sql"
	"net/http"
	"strconv"
	"sync"

	"golang.org/x/sync/errgroup"
)

type Store struct{ db *sql.DB }

func (s *Store) find(name string) (*sql.Rows, error) {
	return s.db.Query("SELECT * FROM t WHERE name = '" + name + "'") // expect: sql-injection
}

func (s *Store) findSafe(name string) (*sql.Rows, error) {
	return s.db.Query("SELECT * FROM t WHERE name = $1", name)
}

func (s *Store) methodValue(w http.ResponseWriter, r *http.Request) {
	f := s.find
	f(r.FormValue("name"))
	g := s.findSafe
	g(r.FormValue("name"))
}

func (s *Store) namedResults(w http.ResponseWriter, r *http.Request) {
	build := func(name string) (query string) {
		query = "SELECT * FROM t WHERE name = '" + name + "'"
		return
	}
	s.db.Query(build(r.FormValue("name"))) // expect: sql-injection
	number := func(text string) (id int, err error) {
		id, err = strconv.Atoi(text)
		return
	}
	id, err := number(r.FormValue("id"))
	if err != nil {
		return
	}
	s.db.Query("SELECT * FROM t WHERE id = " + strconv.Itoa(id))
	clean := func(name string) (plain string) {
		for _, c := range name {
			if c >= 'a' && c <= 'z' {
				plain += string(c)
			}
		}
		return
	}
	s.db.Query("SELECT * FROM t WHERE id = $1", clean(r.FormValue("name")))
}

func Map[T any](xs []T, f func(T) string) []string {
	var out []string
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func (s *Store) mapped(w http.ResponseWriter, r *http.Request) {
	conditions := Map(r.URL.Query()["name"], func(name string) string { return "name = '" + name + "'" })
	s.db.Query("SELECT * FROM t WHERE " + conditions[0]) // expect: sql-injection
	marks := Map(r.URL.Query()["name"], func(name string) string { return "?" })
	s.db.Query("SELECT * FROM t WHERE name = " + marks[0])
}

func (s *Store) grouped(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	g, ctx := errgroup.WithContext(r.Context())
	g.Go(func() error {
		_, err := s.db.QueryContext(ctx, "SELECT * FROM t WHERE name = '"+name+"'") // expect: sql-injection
		return err
	})
	g.Go(func() error {
		_, err := s.db.QueryContext(ctx, "SELECT * FROM t WHERE name = $1", name)
		return err
	})
	g.Wait()
}

func (s *Store) built(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	var query string
	var g errgroup.Group
	g.Go(func() error {
		query = "SELECT * FROM t WHERE name = '" + name + "'"
		return nil
	})
	if err := g.Wait(); err != nil {
		return
	}
	s.db.Query(query) // expect: sql-injection
}

func (s *Store) once(w http.ResponseWriter, r *http.Request) {
	var once sync.Once
	name := r.FormValue("name")
	var query string
	once.Do(func() {
		query = "SELECT * FROM t WHERE name = '" + name + "'"
	})
	s.db.Query(query) // expect: sql-injection
	once.Do(func() {
		s.db.Query("DELETE FROM t WHERE name = '" + name + "'") // expect: sql-injection
		s.db.Query("DELETE FROM t WHERE name = $1", name)
	})
}

func (s *Store) channels(w http.ResponseWriter, r *http.Request) {
	names := make(chan string, 1)
	names <- r.FormValue("name")
	name := <-names
	s.db.Query("SELECT * FROM t WHERE name = '" + name + "'") // expect: sql-injection
	ids := make(chan int, 1)
	id, _ := strconv.Atoi(r.FormValue("id"))
	ids <- id
	s.db.Query("SELECT * FROM t WHERE id = " + strconv.Itoa(<-ids))
}

func (s *Store) workers(w http.ResponseWriter, r *http.Request) {
	names := make(chan string)
	go func() {
		for name := range names {
			s.db.Query("SELECT * FROM t WHERE name = '" + name + "'") // expect: sql-injection
			s.db.Query("SELECT * FROM t WHERE name = $1", name)
		}
	}()
	for _, name := range r.URL.Query()["name"] {
		names <- name
	}
	close(names)
}

func (s *Store) worker(names <-chan string) {
	for name := range names {
		s.db.Query("SELECT * FROM t WHERE worker = '" + name + "'") // expect: sql-injection
	}
}

func (s *Store) started(w http.ResponseWriter, r *http.Request) {
	names := make(chan string)
	go s.worker(names)
	names <- r.FormValue("name")
}

type Server struct {
	run  func(query string, args ...any) (*sql.Rows, error)
	bind func(query string, args ...any) (*sql.Rows, error)
}

func held(db *sql.DB, r *http.Request) {
	server := Server{run: db.Query, bind: db.Query}
	server.run("SELECT * FROM t WHERE name = '" + r.FormValue("name") + "'") // expect: sql-injection
	server.bind("SELECT * FROM t WHERE name = $1", r.FormValue("name"))
	run := db.Query
	run("SELECT * FROM t WHERE name = '" + r.FormValue("name") + "'") // expect: sql-injection
}

func (s *Store) selected(ctx context.Context, w http.ResponseWriter, r *http.Request) {
	names := make(chan string, 1)
	fixed := make(chan string, 1)
	names <- r.FormValue("name")
	fixed <- "all"
	select {
	case name := <-names:
		s.db.Query("SELECT * FROM t WHERE name = '" + name + "'") // expect: sql-injection
	case name, ok := <-fixed:
		if ok {
			s.db.Query("SELECT * FROM t WHERE name = '" + name + "'")
		}
	case <-ctx.Done():
	}
}

func (s *Store) fixedWorker(w http.ResponseWriter, r *http.Request) {
	names := make(chan string)
	go func() {
		for name := range names {
			s.db.Query("SELECT * FROM t WHERE name = '" + name + "'")
		}
	}()
	for _, name := range []string{"a", "b"} {
		names <- name
	}
	close(names)
}

func collected(db *sql.DB, r *http.Request) {
	var query string
	g, _ := errgroup.WithContext(r.Context())
	g.Go(func() error {
		query = "SELECT * FROM t WHERE name = '" + r.FormValue("name") + "'"
		return nil
	})
	if err := g.Wait(); err != nil {
		return
	}
	db.Query(query) // expect: sql-injection
}
