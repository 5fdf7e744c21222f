package app

import (
	"database/sql"
	"github.com/labstack/echo/v4"
)

func Get(db *sql.DB) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, err := db.Exec("DELETE FROM posts WHERE id = " + c.Param("id")) // expect: sql-injection
		return err
	}
}
