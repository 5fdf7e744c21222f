package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
)

func Verify(r *http.Request, key, body []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	sum := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return sum == r.Header.Get("X-Webhook-Digest") // expect: auth-bypass
}
