package web

import (
	"database/sql"
	"net/http"

	"example.com/bank/transaction"
)

func Transfer(store *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		transaction.Run(store, func(step *sql.Tx) error {
			_, err := step.Exec("INSERT INTO transfers (note) VALUES ('" + r.FormValue("note") + "')") // expect: sql-injection
			return err
		})
	}
}
