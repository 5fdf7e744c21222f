package proxy

import (
	"net/http"
	"net/url"
)

func fetch(w http.ResponseWriter, r *http.Request) {
	http.Get("https://api.example.com" + r.URL.Path)
	http.Get("http://backend" + r.URL.RequestURI())
	target, err := url.Parse(r.FormValue("url"))
	if err != nil {
		return
	}
	if target.Host != "images.example.com" {
		return
	}
	http.Get(target.String())
}

func local(w http.ResponseWriter, r *http.Request) {
	text := r.FormValue("url")
	target, err := url.Parse(text)
	if err != nil {
		return
	}
	if target.Hostname() == "images.example.com" {
		http.Get(text)
	}
}
