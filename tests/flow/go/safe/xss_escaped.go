package pages

import (
	"fmt"
	"html"
	"html/template"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/microcosm-cc/bluemonday"
)

var policy = bluemonday.UGCPolicy()

func show(w http.ResponseWriter, r *http.Request) {
	q := r.FormValue("q")
	fmt.Fprintf(w, "<p>%s</p>", html.EscapeString(q))
	fmt.Fprintf(w, "<p>%s</p>", template.HTMLEscapeString(q))
	fmt.Fprintf(w, "<p>%s</p>", policy.Sanitize(q))
	fmt.Fprintf(w, "<a href='/search?q=%s'>again</a>", url.QueryEscape(q))
}

func gins(c *gin.Context) {
	c.Data(http.StatusOK, "text/csv", []byte("<p>"+c.Query("q")+"</p>"))
	c.String(http.StatusOK, "<p>"+c.Query("q")+"</p>")
}

func fibers(c *fiber.Ctx) error {
	return c.SendString("<p>" + c.Query("q") + "</p>")
}
