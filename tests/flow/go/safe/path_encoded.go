package files

import (
	"crypto/sha1"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"net/url"
	"os"
	"path/filepath"

	securejoin "github.com/cyphar/filepath-securejoin"
)

func digest(w http.ResponseWriter, r *http.Request) {
	sum := sha1.Sum([]byte(r.FormValue("url")))
	data, _ := os.ReadFile("/var/cache/" + hex.EncodeToString(sum[:]))
	w.Write(data)
}

func key(w http.ResponseWriter, r *http.Request) {
	os.Remove("/var/cache/" + base64.URLEncoding.EncodeToString([]byte(r.FormValue("url"))))
	os.Remove("/var/cache/" + hex.EncodeToString([]byte(r.FormValue("url"))))
	os.Remove(filepath.Join("/var/cache", url.PathEscape(r.FormValue("url"))))
}

func joined(w http.ResponseWriter, r *http.Request) {
	path, err := securejoin.SecureJoin("/srv/files", r.FormValue("name"))
	if err != nil {
		return
	}
	os.Remove(path)
}
