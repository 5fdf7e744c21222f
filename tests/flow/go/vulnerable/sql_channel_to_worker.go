package jobs

import (
	"database/sql"
	"log"
	"net/http"
)

func Listen(db *sql.DB) http.Handler {
	names := make(chan string, 16)
	go func() {
		for name := range names {
			_, err := db.Exec("INSERT INTO greeted (name) VALUES ('" + name + "')") // expect: sql-injection
			if err != nil {
				log.Println(err)
			}
		}
	}()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		names <- r.FormValue("name")
		w.WriteHeader(http.StatusAccepted)
	})
}
