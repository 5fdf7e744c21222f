package songs

import "database/sql"

// Finder finds songs.
type Finder interface {
	ByArtist(artist string) (*sql.Rows, error)
}
