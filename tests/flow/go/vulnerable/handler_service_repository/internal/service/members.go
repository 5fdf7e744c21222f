package service

import (
	"database/sql"
	"strings"

	"example.com/club/internal/repository"
)

type Members struct {
	Repository *repository.Members
}

func (m *Members) InClub(club string) (*sql.Rows, error) {
	return m.Repository.InClub(strings.TrimSpace(club))
}
