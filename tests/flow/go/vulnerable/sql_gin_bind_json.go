package app

import (
	"database/sql"
	"fmt"
	"github.com/gin-gonic/gin"
)

type filter struct {
	Status string `json:"status"`
}

func List(db *sql.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		var f filter
		if err := c.ShouldBindJSON(&f); err != nil {
			return
		}
		_, _ = db.Query(fmt.Sprintf("SELECT * FROM jobs WHERE status = '%s'", f.Status)) // expect: sql-injection
	}
}
