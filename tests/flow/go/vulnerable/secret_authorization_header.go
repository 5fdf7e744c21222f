package app

import (
	"net/http"
)

func call(req *http.Request) {
	req.Header.Set("Authorization", "Bearer 8f14e45fceea167a5a36dedd4bea2543") // expect: hardcoded-secret
}
