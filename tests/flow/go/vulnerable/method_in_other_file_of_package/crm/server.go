package crm

import "database/sql"

// Server answers requests.
type Server struct {
	store *sql.DB
}
