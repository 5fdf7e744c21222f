package users

import (
	"context"

	_ "github.com/go-sql-driver/mysql"
	"github.com/jmoiron/sqlx"
)

type User struct {
	Name string
}

func Rename(ctx context.Context, data *sqlx.DB, before, after string) error {
	work := data.MustBegin()
	var users []User
	work.Select(&users, "SELECT * FROM users WHERE name = '"+before+"'")            // expect: sql-injection
	work.SelectContext(ctx, &users, "SELECT * FROM users WHERE name = '"+after+"'") // expect: sql-injection
	work.MustExec("UPDATE users SET name = '" + after + "' WHERE name = 'x'")       // expect: sql-injection
	work.QueryxContext(ctx, "SELECT * FROM users WHERE name = '"+after+"'")         // expect: sql-injection
	work.NamedExec("DELETE FROM users WHERE name = '"+before+"'", map[string]any{}) // expect: sql-injection
	work.Exec("DELETE FROM old_users WHERE name = '" + before + "'")                // expect: sql-injection
	return work.Commit()
}
