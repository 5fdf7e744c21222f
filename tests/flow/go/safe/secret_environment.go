package app

import (
	"fmt"
	"os"
)

var (
	jwtSecret = os.Getenv("JWT_SECRET")
	jwtKey    = []byte(os.Getenv("JWT_KEY"))
	dsn       = fmt.Sprintf("postgres://%s:%s@%s/shop", os.Getenv("DB_USER"), os.Getenv("DB_PASSWORD"), os.Getenv("DB_HOST"))
)
