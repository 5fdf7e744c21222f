package shop

import (
	"database/sql"
	"net/http"
)

type base struct {
	db    *sql.DB
	table string
}

func (b *base) where(condition string) (*sql.Rows, error) {
	return b.db.Query("SELECT * FROM goods WHERE " + condition) // expect: sql-injection
}

type cache struct {
	*base
	ttl int
}

type filter struct {
	Condition string
}

type request struct {
	filter
	page int
}

type shop struct {
	cache
}

func (s *shop) list(w http.ResponseWriter, r *http.Request) {
	asked := request{page: 1}
	asked.Condition = "price < " + r.FormValue("price")
	rows, err := s.where(asked.Condition)
	if err == nil {
		rows.Close()
	}
}

// Serve serves the shop.
func Serve(db *sql.DB) error {
	s := &shop{cache{base: &base{db: db, table: "goods"}}}
	http.HandleFunc("/goods", s.list)
	return http.ListenAndServe("127.0.0.1:8080", nil)
}
