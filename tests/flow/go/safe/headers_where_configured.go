package api

import "net/http"

type Config struct{ AllowAllOrigins bool }

func Allow(config Config, w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if config.AllowAllOrigins {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		return
	}
	if !isTrustedOrigin(origin) {
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
}
