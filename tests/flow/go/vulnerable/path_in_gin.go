package files

import (
	"os"
	"path/filepath"

	"github.com/gin-gonic/gin"
)

func show(c *gin.Context) {
	c.File("./files/" + c.Query("name")) // expect: path-traversal
}

func read(c *gin.Context) {
	data, err := os.ReadFile(filepath.Join("files", c.Param("name"))) // expect: path-traversal
	if err != nil {
		return
	}
	c.Data(200, "text/plain", data)
}

func save(c *gin.Context) {
	file, err := c.FormFile("file")
	if err != nil {
		return
	}
	c.SaveUploadedFile(file, "/srv/uploads/"+c.PostForm("name")) // expect: path-traversal
}
