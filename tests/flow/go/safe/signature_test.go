package hook

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"testing"
)

func sign(body []byte) string {
	mac := hmac.New(sha256.New, []byte("k"))
	mac.Write(body)
	return hex.EncodeToString(mac.Sum(nil))
}

func TestSend(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		if !bytes.Equal([]byte(sign(nil)), []byte(r.Header.Get("X-Signature"))) {
			t.Error("wrong signature")
		}
	}))
	defer server.Close()
	Send(server.URL)
}
