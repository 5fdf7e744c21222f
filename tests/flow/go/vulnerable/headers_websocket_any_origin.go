package app

import (
	"net/http"
	"github.com/gorilla/websocket"
)

var upgrader = websocket.Upgrader{ // expect: permissive-headers
	CheckOrigin: func(r *http.Request) bool { return true },
}
