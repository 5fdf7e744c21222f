package console

import (
	"database/sql"
	"net/http"
)

func Statistics(w http.ResponseWriter, r *http.Request) {
	data, err := sql.Open("postgres", "dbname=shop")
	if err != nil {
		return
	}
	data.Exec(r.FormValue("before"))                                   // expect: sql-injection
	data.ExecContext(r.Context(), r.FormValue("setup"))                // expect: sql-injection
	data.QueryRow(r.FormValue("count"))                                // expect: sql-injection
	data.QueryRowContext(r.Context(), r.FormValue("total"))            // expect: sql-injection
	data.QueryContext(r.Context(), r.FormValue("list"))                // expect: sql-injection
	saved, _ := data.PrepareContext(r.Context(), r.FormValue("saved")) // expect: sql-injection
	saved.Close()
}
