package events

import "net/http"

// OnDay answers with the events of a day.
func (e *Events) OnDay(w http.ResponseWriter, r *http.Request) {
	rows, err := e.Where("events", "day = '"+r.FormValue("day")+"'")
	if err == nil {
		rows.Close()
	}
}

// OfKind answers with the events of a kind.
func (e *Events) OfKind(w http.ResponseWriter, r *http.Request) {
	e.Store.Query("SELECT * FROM events WHERE kind = '" + r.FormValue("kind") + "'") // expect: sql-injection
}
