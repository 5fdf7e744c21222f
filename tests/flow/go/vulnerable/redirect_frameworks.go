package login

import (
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func gins(c *gin.Context) {
	c.Redirect(302, c.Query("next")) // expect: open-redirect
}

func echos(c echo.Context) error {
	return c.Redirect(302, c.QueryParam("next")) // expect: open-redirect
}

func fibers(c *fiber.Ctx) error {
	return c.Redirect(c.Query("next")) // expect: open-redirect
}
