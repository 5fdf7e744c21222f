package repository

import (
	"database/sql"

	"example.com/club/internal/database"
)

type Members struct {
	Database *database.Database
}

func (m *Members) InClub(club string) (*sql.Rows, error) {
	return m.Database.Select("members", "club = '"+club+"'")
}
