package app

import (
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func Setup(e *echo.Echo) {
	e.Use(middleware.CORSWithConfig(middleware.CORSConfig{ // expect: permissive-headers
		AllowOrigins:     []string{"*"},
		AllowCredentials: true,
	}))
}
