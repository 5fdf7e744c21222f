package app

import (
	"database/sql"
	"net/http"
)

type Store struct {
	db *sql.DB
}

func (s *Store) ByName(table, name string) {
	s.db.Query("SELECT * FROM "+table+" WHERE name = $1", name)
}

func (s Store) ByCity(table, city string) {
	s.db.Query("SELECT * FROM "+table+" WHERE city = $1", city)
}

func Handle(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	store := &Store{db: db}
	find := (*Store).ByName
	find(store, "users", r.FormValue("name"))
	Store.ByCity(*store, "users", r.FormValue("city"))
}
