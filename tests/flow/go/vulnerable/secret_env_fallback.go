package app

import (
	"os"
)

func secret() string {
	jwtSecret := os.Getenv("JWT_SECRET")
	if jwtSecret == "" {
		jwtSecret = "p9Kd83nLq0ZtXy" // expect: hardcoded-secret
	}
	return jwtSecret
}
