package store

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"regexp"
)

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	ok, err := regexp.MatchString(`^[a-z_]+$`, column)
	if err != nil {
		return
	}
	log.Print(ok)
	db.Query(fmt.Sprintf("SELECT id FROM items ORDER BY %s", column)) // expect: sql-injection
}

func Find(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	ok, _ := regexp.MatchString(`^[a-z_]+$`, column)
	if ok {
		return
	}
	db.Query(fmt.Sprintf("SELECT id FROM items ORDER BY %s", column)) // expect: sql-injection
}
