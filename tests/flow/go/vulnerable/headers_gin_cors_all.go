package app

import (
	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

func Setup(r *gin.Engine) {
	config := cors.DefaultConfig()
	config.AllowAllOrigins = true // expect: permissive-headers
	config.AllowCredentials = true
	r.Use(cors.New(config))
}
