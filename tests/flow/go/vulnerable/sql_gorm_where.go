package app

import (
	"fmt"
	"gorm.io/gorm"
	"github.com/gin-gonic/gin"
)

func Find(db *gorm.DB, c *gin.Context) {
	var users []map[string]any
	db.Table("users").Where(fmt.Sprintf("name = '%s'", c.Query("name"))).Find(&users) // expect: sql-injection
}
