package app

import (
	"github.com/rs/cors"
)

var handler = cors.New(cors.Options{ // expect: permissive-headers
	AllowedOrigins:   []string{"*"},
	AllowCredentials: true,
})
