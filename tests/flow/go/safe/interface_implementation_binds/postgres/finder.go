package postgres

import (
	"database/sql"
	"strings"
)

// Finder finds songs in PostgreSQL.
type Finder struct {
	Store *sql.DB
}

// ByArtist lists the songs of an artist.
func (f *Finder) ByArtist(artist string) (*sql.Rows, error) {
	return f.Store.Query("SELECT * FROM songs WHERE artist = $1", strings.ToLower(artist))
}
