package app

import (
	"os"
)

func init() {
	os.Setenv("AWS_SECRET_ACCESS_KEY", "wJ4lrXUtn7EMI9K7MDENGbPxRfiCYzz8dKqL0aPs") // expect: hardcoded-secret
}
