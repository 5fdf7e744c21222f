package app

import (
	"github.com/gin-gonic/gin"
)

func Login(c *gin.Context) {
	c.SetCookie("session", issue(c), 3600, "/", "", false, false) // expect: permissive-headers
}
