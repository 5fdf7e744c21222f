package items

import (
	"database/sql"

	"github.com/gofiber/fiber/v2"
)

type Search struct {
	Name string
}

func List(db *sql.DB) fiber.Handler {
	return func(c *fiber.Ctx) error {
		var search Search
		if err := c.BodyParser(&search); err != nil {
			return err
		}
		db.Query("SELECT * FROM items WHERE name = '" + search.Name + "'")               // expect: sql-injection
		_, err := db.Query("SELECT * FROM items WHERE city = '" + c.Query("city") + "'") // expect: sql-injection
		return err
	}
}
