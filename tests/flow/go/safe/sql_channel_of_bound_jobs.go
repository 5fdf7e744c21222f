package jobs

import (
	"database/sql"
	"log"
	"net/http"
	"strconv"
)

var tables = []string{"notes", "files"}

// Clean empties tables, and forgets those who ask for it.
func Clean(db *sql.DB) http.Handler {
	names := make(chan string)
	owners := make(chan string)
	ages := make(chan int)
	go func() {
		for {
			select {
			case name := <-names:
				if _, err := db.Exec("DELETE FROM " + name + " WHERE stale"); err != nil {
					log.Println(err)
				}
			case owner := <-owners:
				if _, err := db.Exec("DELETE FROM notes WHERE owner = ?", owner); err != nil {
					log.Println(err)
				}
			case age := <-ages:
				if _, err := db.Exec("DELETE FROM notes WHERE age > " + strconv.Itoa(age)); err != nil {
					log.Println(err)
				}
			}
		}
	}()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, table := range tables {
			names <- table
		}
		owners <- r.FormValue("owner")
		if age, err := strconv.Atoi(r.FormValue("age")); err == nil {
			ages <- age
		}
	})
}
