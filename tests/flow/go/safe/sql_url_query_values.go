package app

import (
	"net/url"
)

func Build(u *url.URL, name string) string {
	q := u.Query()
	q.Set("name", "select "+name+" from list")
	u.RawQuery = q.Encode()
	return u.String()
}
