package pages

import (
	"fmt"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func plain(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "<p>"+r.FormValue("q")+"</p>") // expect: xss
}

func gins(c *gin.Context) {
	c.Data(http.StatusOK, "text/html; charset=utf-8", []byte("<p>"+c.Query("q")+"</p>")) // expect: xss
	fmt.Fprintln(c.Writer, "<p>", c.Query("q"))                                          // expect: xss
}

func echos(c echo.Context) error {
	return c.HTML(http.StatusOK, "<p>"+c.QueryParam("q")+"</p>") // expect: xss
}

func fibers(c *fiber.Ctx) error {
	c.Type("html")
	return c.SendString("<p>" + c.Query("q") + "</p>") // expect: xss
}
