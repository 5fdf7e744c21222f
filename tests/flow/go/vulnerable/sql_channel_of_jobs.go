package jobs

import (
	"database/sql"
	"fmt"
	"net/http"
)

type job struct {
	table string
	owner string
}

func process(db *sql.DB, jobs <-chan job, done chan<- error) {
	for job := range jobs {
		_, err := db.Exec(fmt.Sprintf("DELETE FROM %s WHERE owner = '%s'", job.table, job.owner)) // expect: sql-injection
		done <- err
	}
}

// Forget deletes what is kept of an owner.
func Forget(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		jobs := make(chan job)
		done := make(chan error)
		go process(db, jobs, done)
		owner := r.URL.Query().Get("owner")
		for _, table := range []string{"notes", "files"} {
			jobs <- job{table: table, owner: owner}
			if err := <-done; err != nil {
				http.Error(w, "cannot forget", http.StatusInternalServerError)
				return
			}
		}
		close(jobs)
	}
}
