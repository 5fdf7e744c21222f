package console

import (
	"database/sql"
	"net/http"
)

type Console struct {
	data *sql.DB
}

func (c *Console) Run(w http.ResponseWriter, r *http.Request) {
	work, err := c.data.BeginTx(r.Context(), nil)
	if err != nil {
		return
	}
	defer work.Rollback()
	work.Exec(r.FormValue("change"))                        // expect: sql-injection
	work.ExecContext(r.Context(), r.FormValue("change"))    // expect: sql-injection
	work.Query(r.FormValue("list"))                         // expect: sql-injection
	work.QueryContext(r.Context(), r.FormValue("list"))     // expect: sql-injection
	work.QueryRow(r.FormValue("count"))                     // expect: sql-injection
	work.QueryRowContext(r.Context(), r.FormValue("count")) // expect: sql-injection
	work.Prepare(r.FormValue("saved"))                      // expect: sql-injection
	work.PrepareContext(r.Context(), r.FormValue("saved"))  // expect: sql-injection
	work.Commit()
}
