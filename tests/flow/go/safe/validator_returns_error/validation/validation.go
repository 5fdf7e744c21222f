package validation

import (
	"errors"
	"regexp"
)

var identifier = regexp.MustCompile(`^[a-z_]+$`)

// Identifier gives a name back if it is one.
func Identifier(name string) (string, error) {
	if !identifier.MatchString(name) {
		return "", errors.New("no such column")
	}
	return name, nil
}
