package files

import (
	"net/http"
	"path/filepath"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
)

// The functions refuse requests whose own path climbs.
func page(w http.ResponseWriter, r *http.Request) {
	http.ServeFile(w, r, filepath.Join("static", r.URL.Path))
}

func value(w http.ResponseWriter, r *http.Request) {
	http.ServeFile(w, r, filepath.Join("static", r.PathValue("name")))
}

func ofChi(w http.ResponseWriter, r *http.Request) {
	http.ServeFile(w, r, "static/"+chi.URLParam(r, "*"))
}

func ofMux(w http.ResponseWriter, r *http.Request) {
	http.ServeFile(w, r, filepath.Join("static", mux.Vars(r)["name"]))
}

func ofGin(c *gin.Context) {
	c.File("static/" + c.Param("name"))
}
