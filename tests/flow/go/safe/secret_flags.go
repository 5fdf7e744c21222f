package app

import (
	"flag"
)

var (
	password = flag.String("password", "", "password of the database")
	token    = flag.String("token", "", "access token")
)
