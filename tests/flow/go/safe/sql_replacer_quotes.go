package app

import (
	"bytes"
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

func Handle(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "SELECT * FROM %s", "users")
	values := []any{}
	for i, name := range r.URL.Query()["name"] {
		if i == 0 {
			buf.WriteString(" WHERE ")
		} else {
			buf.WriteString(" OR ")
		}
		fmt.Fprintf(&buf, "name = $%d", i+1)
		values = append(values, name)
	}
	db.Query(buf.String(), values...)
}

func Converted(w http.ResponseWriter, r *http.Request) {
	db, _ := sql.Open("postgres", "")
	id, err := strconv.ParseInt(r.FormValue("id"), 10, 64)
	if err != nil {
		return
	}
	db.Query("SELECT * FROM users WHERE id = " + strconv.FormatInt(id, 10))
	active, _ := strconv.ParseBool(r.FormValue("active"))
	db.Query("SELECT * FROM users WHERE active = " + strconv.FormatBool(active))
	price, _ := strconv.ParseFloat(r.FormValue("price"), 64)
	query := strconv.AppendFloat([]byte("SELECT * FROM items WHERE price < "), price, 'f', 2, 64)
	db.Query(string(query))
}
