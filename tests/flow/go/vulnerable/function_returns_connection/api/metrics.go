package api

import (
	"net/http"

	"example.com/metrics/database"
)

func Metrics(w http.ResponseWriter, r *http.Request) {
	opened, err := database.Open()
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	defer opened.Close()
	opened.Query("SELECT * FROM metrics WHERE host = '" + r.FormValue("host") + "'") // expect: sql-injection
}

func Traces(w http.ResponseWriter, r *http.Request) {
	opened := database.MustOpen()
	defer opened.Close()
	opened.Query("SELECT * FROM traces WHERE host = '" + r.FormValue("host") + "'") // expect: sql-injection
}
