package app

import (
	"net/http"
)

func call(req *http.Request) {
	req.SetBasicAuth("admin", "Zx9!kLp2vQ") // expect: hardcoded-secret
}
