package files

import (
	"database/sql"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
)

func Find(db *sql.DB, name string) {
	db.Query("SELECT * FROM files WHERE path = '" + path.Join("/data", name) + "'") // expect: sql-injection
	db.Query("SELECT * FROM files WHERE name = '" + filepath.Base(name) + "'")      // expect: sql-injection
	db.Query("SELECT * FROM files WHERE address = '" + url.PathEscape(name) + "'")  // expect: sql-injection
}

func Visit(db *sql.DB, r *http.Request) {
	db.Exec("INSERT INTO visits (address) VALUES ('" + r.URL.String() + "')") // expect: sql-injection
}
