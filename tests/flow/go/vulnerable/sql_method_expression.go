package app

import (
	"database/sql"
	"net/http"
)

type Store struct {
	db *sql.DB
}

func (s *Store) ByName(name string) {
	s.db.Query("SELECT * FROM users WHERE name = '" + name + "'") // expect: sql-injection
}

func (s Store) ByCity(city string) {
	s.db.Query("SELECT * FROM users WHERE city = '" + city + "'") // expect: sql-injection
}

func Handle(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	store := &Store{db: db}
	find := (*Store).ByName
	find(store, r.FormValue("name"))
	Store.ByCity(*store, r.FormValue("city"))
}
