package items

import (
	"database/sql"

	"github.com/gin-gonic/gin"
)

func Show(db *sql.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		db.Query("SELECT * FROM items WHERE id = '" + c.Params.ByName("id") + "'")         // expect: sql-injection
		db.Query("SELECT * FROM items WHERE name = '" + c.Request.FormValue("name") + "'") // expect: sql-injection
	}
}
