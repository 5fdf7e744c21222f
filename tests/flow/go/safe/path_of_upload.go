package files

import (
	"net/http"
	"os"
	"path/filepath"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func upload(w http.ResponseWriter, r *http.Request) {
	_, header, err := r.FormFile("file")
	if err != nil {
		return
	}
	file, err := os.Create(filepath.Join("/srv/uploads", header.Filename))
	if err != nil {
		return
	}
	file.Close()
}

func ofGin(c *gin.Context) {
	file, err := c.FormFile("file")
	if err != nil {
		return
	}
	c.SaveUploadedFile(file, "/srv/uploads/"+file.Filename)
}

func ofEcho(c echo.Context) error {
	file, err := c.FormFile("file")
	if err != nil {
		return err
	}
	_, err = os.Create("/srv/uploads/" + file.Filename)
	return err
}
