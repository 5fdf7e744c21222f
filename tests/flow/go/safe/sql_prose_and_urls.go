package app

import (
	"fmt"
	"log"
	"net/http"
)

func Fetch(client *http.Client, r *http.Request) error {
	q := r.URL.Query()
	log.Printf("select an item from %s", q.Get("list"))
	return fmt.Errorf("update of %s failed, please select another from the list", r.FormValue("name"))
}
