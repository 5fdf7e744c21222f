package users

import (
	"database/sql"

	"example.com/shop/storage"
)

func Find(q storage.Querier, name string) (*sql.Stmt, error) {
	return q.Prepare("SELECT id FROM users WHERE name = '" + name + "'") // expect: sql-injection
}
