package app

import (
	"database/sql"
	"github.com/gin-gonic/gin"
)

func Register(r *gin.Engine, db *sql.DB) {
	r.GET("/users", func(c *gin.Context) {
		name := c.Query("name")
		rows, _ := db.Query("SELECT * FROM users WHERE name = '" + name + "'") // expect: sql-injection
		defer rows.Close()
	})
}
