package app

import (
	"github.com/rs/cors"
)

var handler = cors.New(cors.Options{
	AllowedOrigins:   []string{"https://app.example.com"},
	AllowCredentials: true,
})
