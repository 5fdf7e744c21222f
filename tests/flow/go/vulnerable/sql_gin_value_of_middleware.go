package app

import (
	"database/sql"

	"github.com/gin-gonic/gin"
)

// Tenant says whose data a request is about.
func Tenant() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Set("tenant", c.GetHeader("X-Tenant"))
		c.Set("shard", "main")
		c.Next()
	}
}

type handler struct{ db *sql.DB }

func (h *handler) list(c *gin.Context) {
	h.db.Query("SELECT * FROM " + c.GetString("tenant") + ".orders") // expect: sql-injection
}

func (h *handler) count(c *gin.Context) {
	tenant, exists := c.Get("tenant")
	if !exists {
		c.AbortWithStatus(400)
		return
	}
	h.db.Query("SELECT count(*) FROM " + tenant.(string) + ".orders") // expect: sql-injection
	shard := c.MustGet("shard").(string)
	h.db.Query("SELECT count(*) FROM " + shard + ".orders")
}
