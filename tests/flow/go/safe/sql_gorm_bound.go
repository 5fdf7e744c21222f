package app

import (
	"gorm.io/gorm"
	"github.com/gin-gonic/gin"
)

func Find(db *gorm.DB, c *gin.Context) {
	var users []map[string]any
	db.Table("users").Where("name = ? AND age > ?", c.Query("name"), c.Query("age")).Order("id").Find(&users)
}
