package app

import (
	"github.com/gin-gonic/gin"
)

func CORS() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Writer.Header().Set("Access-Control-Allow-Origin", "*") // expect: permissive-headers
		c.Header("Access-Control-Allow-Headers", "Authorization")
		c.Next()
	}
}
