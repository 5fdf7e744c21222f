package web

import (
	"net/http"

	"example.com/songs/songs"
)

// Songs answers with the songs of an artist.
func Songs(finder songs.Finder) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := finder.ByArtist(r.FormValue("artist"))
		if err == nil {
			rows.Close()
		}
	}
}
