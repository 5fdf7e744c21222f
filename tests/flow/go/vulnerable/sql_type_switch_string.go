package app

import (
	"database/sql"
	"errors"
	"fmt"
)

func List(db *sql.DB, value any) (*sql.Rows, error) {
	switch v := value.(type) {
	case int:
		return db.Query(fmt.Sprintf("SELECT * FROM notes WHERE id = %v", v))
	case string:
		return db.Query("SELECT * FROM notes WHERE name = '" + v + "'") // expect: sql-injection
	}
	return nil, errors.New("unknown type")
}
