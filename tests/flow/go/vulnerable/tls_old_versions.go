package api

import (
	"crypto/tls"
	"net/http"
)

var configs = []*tls.Config{
	{MinVersion: tls.VersionTLS12},
	&tls.Config{MinVersion: tls.VersionSSL30}, // expect: tls-verification
	&tls.Config{MinVersion: tls.VersionTLS11}, // expect: tls-verification
	&tls.Config{MaxVersion: tls.VersionSSL30}, // expect: tls-verification
	&tls.Config{MaxVersion: tls.VersionTLS10}, // expect: tls-verification
}

type Settings struct {
	TLSConfig *tls.Config
	tlsConfig *tls.Config
}

func Set(config *tls.Config, settings *Settings, transport *http.Transport, unknown Unknown) {
	config.MinVersion = tls.VersionTLS10                       // expect: tls-verification
	config.MinVersion = tls.VersionTLS11                       // expect: tls-verification
	unknown.TLSClientConfig.MinVersion = tls.VersionTLS10      // expect: tls-verification
	unknown.TLSConfig.MinVersion = tls.VersionTLS10            // expect: tls-verification
	unknown.tlsConfig.MinVersion = tls.VersionTLS10            // expect: tls-verification
	config.InsecureSkipVerify = true                           // expect: tls-verification
	unknown.TLSClientConfig.InsecureSkipVerify = true          // expect: tls-verification
	unknown.TLSConfig.InsecureSkipVerify = true                // expect: tls-verification
	unknown.tlsConfig.InsecureSkipVerify = true                // expect: tls-verification
}
