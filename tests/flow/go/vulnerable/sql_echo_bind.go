package items

import (
	"database/sql"

	"github.com/labstack/echo/v4"
)

type Search struct {
	Name string `query:"name"`
}

func List(db *sql.DB) echo.HandlerFunc {
	return func(c echo.Context) error {
		var search Search
		if err := c.Bind(&search); err != nil {
			return err
		}
		db.Query("SELECT * FROM items WHERE name = '" + search.Name + "'")                           // expect: sql-injection
		db.Query("SELECT * FROM items WHERE city = '" + c.QueryParams().Get("city") + "'")           // expect: sql-injection
		_, err := db.Query("SELECT * FROM items WHERE tag = '" + c.Request().FormValue("tag") + "'") // expect: sql-injection
		return err
	}
}
