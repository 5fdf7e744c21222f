package mail

import (
	"database/sql"
	"net/http"
)

type inbox interface {
	from(sender string) (*sql.Rows, error)
}

type stored struct {
	db *sql.DB
}

func (s *stored) from(sender string) (*sql.Rows, error) {
	return s.db.Query("SELECT * FROM mails WHERE sender = $1", sender)
}

// Server answers with mails.
type Server struct {
	mails inbox
}

// From answers with the mails of a sender.
func (s *Server) From(w http.ResponseWriter, r *http.Request) {
	rows, err := s.mails.from(r.FormValue("sender"))
	if err == nil {
		rows.Close()
	}
}
