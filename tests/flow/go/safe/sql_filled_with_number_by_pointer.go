package forms

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

func read(r *http.Request, into *int, name string) (err error) {
	*into, err = strconv.Atoi(r.FormValue(name))
	return err
}

func column(r *http.Request, into *string) {
	*into = "name"
	if r.FormValue("by") == "city" {
		*into = "city"
	}
}

// Handler lists what is asked for.
func Handler(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var page int
		if err := read(r, &page, "page"); err != nil {
			return
		}
		var order string
		column(r, &order)
		db.Query(fmt.Sprintf("SELECT * FROM asked ORDER BY %s LIMIT 10 OFFSET %d", order, page))
	}
}
