package app

import (
	"os"
)

func getEnv(key, fallback string) string {
	if value, ok := os.LookupEnv(key); ok {
		return value
	}
	return fallback
}

var password = getEnv("DB_PASSWORD", "Summer2024!x") // expect: hardcoded-secret
