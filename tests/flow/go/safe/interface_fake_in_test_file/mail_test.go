package mail

import (
	"database/sql"
	"net/http/httptest"
	"testing"
)

type fake struct {
	db *sql.DB
}

func (f *fake) from(sender string) (*sql.Rows, error) {
	return f.db.Query("SELECT * FROM fixtures WHERE sender = '" + sender + "'")
}

func TestFrom(t *testing.T) {
	server := Server{mails: &fake{db: open(t)}}
	server.From(httptest.NewRecorder(), httptest.NewRequest("GET", "/?sender=a", nil))
}

func open(t *testing.T) *sql.DB {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	return db
}
