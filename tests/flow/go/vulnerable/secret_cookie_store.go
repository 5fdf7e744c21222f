package app

import (
	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte("s3ss10n-k3y-7711")) // expect: hardcoded-secret
