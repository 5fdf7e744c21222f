package console

import (
	"database/sql"
	"net/http"
)

func Explain(data *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		session, err := data.Conn(r.Context())
		if err != nil {
			return
		}
		defer session.Close()
		session.ExecContext(r.Context(), r.FormValue("setup"))     // expect: sql-injection
		session.QueryContext(r.Context(), r.FormValue("list"))     // expect: sql-injection
		session.QueryRowContext(r.Context(), r.FormValue("count")) // expect: sql-injection
		session.PrepareContext(r.Context(), r.FormValue("saved"))  // expect: sql-injection
		work, err := session.BeginTx(r.Context(), nil)
		if err != nil {
			return
		}
		work.Exec(r.FormValue("change")) // expect: sql-injection
		work.Commit()
	}
}
