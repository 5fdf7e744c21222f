package app

import (
	"database/sql"

	"github.com/gofiber/fiber/v2"
)

func tenant(c *fiber.Ctx) error {
	c.Locals("tenant", c.Get("X-Tenant"))
	return c.Next()
}

type handler struct{ db *sql.DB }

func (h *handler) list(c *fiber.Ctx) error {
	tenant, _ := c.Locals("tenant").(string)
	_, err := h.db.Query("SELECT * FROM " + tenant + ".orders") // expect: sql-injection
	return err
}
