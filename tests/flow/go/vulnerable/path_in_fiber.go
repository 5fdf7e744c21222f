package files

import "github.com/gofiber/fiber/v2"

func show(c *fiber.Ctx) error {
	return c.SendFile("./files/" + c.Query("name")) // expect: path-traversal
}

func download(c *fiber.Ctx) error {
	return c.Download("./files/" + c.Params("name")) // expect: path-traversal
}
