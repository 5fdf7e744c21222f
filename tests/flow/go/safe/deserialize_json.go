package app

import (
	"encoding/json"
	"net/http"
)

func receive(r *http.Request) (job map[string]any, err error) {
	err = json.NewDecoder(r.Body).Decode(&job)
	return job, err
}
