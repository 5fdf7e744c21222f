package api

import (
	"net/http"

	"example.com/rooms/database"
)

func Rooms(w http.ResponseWriter, r *http.Request) {
	floor := r.URL.Query().Get("floor")
	rows, err := database.Store.Query("SELECT * FROM rooms WHERE floor = " + floor) // expect: sql-injection
	if err == nil {
		rows.Close()
	}
}
