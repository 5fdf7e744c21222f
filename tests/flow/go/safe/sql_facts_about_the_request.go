package access

import (
	"database/sql"
	"net/http"
)

type key struct{}

// Log keeps what the server itself knows of a request.
func Log(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	db.Exec("INSERT INTO log (method, address) VALUES ('" + r.Method + "', '" + r.RemoteAddr + "')")
	db.Exec("INSERT INTO requests (id) VALUES ('" + w.Header().Get("X-Request-Id") + "')")
	tenant := r.Context().Value(key{}).(string)
	db.Exec("UPDATE usage SET count = count + 1 WHERE tenant = '" + tenant + "'")
}
