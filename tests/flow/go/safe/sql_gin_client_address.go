package items

import (
	"database/sql"

	"github.com/gin-gonic/gin"
)

func Visit(db *sql.DB, c *gin.Context) {
	db.Exec("INSERT INTO visits (address) VALUES ('" + c.ClientIP() + "')")
}
