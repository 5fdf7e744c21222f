package app

import (
	"net/http"
	"github.com/rs/cors"
)

func Wrap(next http.Handler) http.Handler {
	return cors.AllowAll().Handler(next) // expect: permissive-headers
}
