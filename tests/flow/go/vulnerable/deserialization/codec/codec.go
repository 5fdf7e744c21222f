package codec

import (
	"encoding/gob"
	"io"
)

// Read reads a value.
func Read(from io.Reader, into any) error {
	return gob.NewDecoder(from).Decode(into) // expect: insecure-deserialization from web/web.go
}
