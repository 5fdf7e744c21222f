package users

import (
	"context"

	"github.com/jmoiron/sqlx"
	_ "github.com/lib/pq"
)

type User struct {
	Name string
}

func ByName(ctx context.Context, name string) error {
	data, err := sqlx.Connect("postgres", "dbname=shop")
	if err != nil {
		return err
	}
	query := "SELECT * FROM users WHERE name = '" + name + "'"
	var user User
	data.Queryx(query)                        // expect: sql-injection
	data.QueryRowxContext(ctx, query)         // expect: sql-injection
	data.NamedQuery(query, map[string]any{})  // expect: sql-injection
	return data.GetContext(ctx, &user, query) // expect: sql-injection
}

func Count(data *sqlx.DB, name string) error {
	_, err := data.Exec("SELECT count(*) FROM users WHERE name = '" + name + "'") // expect: sql-injection
	return err
}
