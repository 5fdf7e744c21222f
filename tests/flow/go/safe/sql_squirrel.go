package app

import (
	"database/sql"
	"github.com/Masterminds/squirrel"
)

func Find(db *sql.DB, name string) (*sql.Rows, error) {
	query, args, err := squirrel.Select("*").From("users").Where(squirrel.Eq{"name": name}).ToSql()
	if err != nil {
		return nil, err
	}
	return db.Query(query, args...)
}
