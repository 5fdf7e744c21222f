package handlers

import (
	"database/sql"

	"github.com/gin-gonic/gin"

	"example.com/gin-app/models"
)

type Users struct {
	Store *sql.DB
}

func (u *Users) Show(c *gin.Context) {
	models.UserNamed(u.Store, c.Query("name"))
	c.Status(204)
}
