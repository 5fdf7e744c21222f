package app

import (
	"github.com/gin-gonic/gin"
)

func AdminOnly() gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("X-Is-Admin") != "true" { // expect: auth-bypass
			c.AbortWithStatus(403)
			return
		}
		c.Next()
	}
}
