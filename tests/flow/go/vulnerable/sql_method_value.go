package people

import (
	"database/sql"
	"net/http"
)

type people struct {
	db *sql.DB
}

func (p *people) named(name string) (*sql.Rows, error) {
	return p.db.Query("SELECT * FROM people WHERE name = '" + name + "'") // expect: sql-injection
}

func (p *people) serve(w http.ResponseWriter, r *http.Request) {
	find := p.named
	rows, err := find(r.FormValue("name"))
	if err == nil {
		rows.Close()
	}
}

func (p *people) remove(w http.ResponseWriter, req *http.Request) {
	p.db.Exec("DELETE FROM people WHERE name = '" + req.FormValue("name") + "'") // expect: sql-injection
}

// Routes serves people.
func Routes(db *sql.DB) *http.ServeMux {
	p := &people{db: db}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /people", p.serve)
	mux.Handle("DELETE /people", http.HandlerFunc(p.remove))
	return mux
}
