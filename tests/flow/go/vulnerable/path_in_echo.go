package files

import (
	"path/filepath"

	"github.com/labstack/echo/v4"
)

func show(c echo.Context) error {
	return c.File(filepath.Join("files", c.QueryParam("name"))) // expect: path-traversal
}

func attachment(c echo.Context) error {
	return c.Attachment("files/"+c.Param("name"), "file.txt") // expect: path-traversal
}
