package app

import (
	"database/sql"

	"github.com/labstack/echo/v4"
)

// Tenant says whose data a request is about.
func Tenant(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Set("tenant", c.Request().Header.Get("X-Tenant"))
		return next(c)
	}
}

// List lists orders.
func List(db *sql.DB) echo.HandlerFunc {
	return func(c echo.Context) error {
		tenant := c.Get("tenant").(string)
		_, err := db.Query("SELECT * FROM " + tenant + ".orders") // expect: sql-injection
		return err
	}
}
