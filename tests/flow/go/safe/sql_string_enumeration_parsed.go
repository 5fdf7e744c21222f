package app

import (
	"database/sql"
	"errors"
	"net/http"
)

type Order string

const (
	Ascending  Order = "ASC"
	Descending Order = "DESC"
)

func parse(text string) (Order, error) {
	switch o := Order(text); o {
	case Ascending, Descending:
		return o, nil
	default:
		return "", errors.New("unknown order")
	}
}

func List(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	order, err := parse(r.FormValue("order"))
	if err != nil {
		return
	}
	db.Query("SELECT * FROM notes ORDER BY name " + string(order))
}
