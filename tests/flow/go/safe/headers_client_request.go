package app

import (
	"net/http"
)

func call(req *http.Request) {
	req.Header.Set("Accept", "*/*")
	req.Header.Set("Origin", "*")
	req.AddCookie(&http.Cookie{Name: "lang", Value: "en"})
}
