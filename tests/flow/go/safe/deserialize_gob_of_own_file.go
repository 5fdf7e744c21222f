package app

import (
	"encoding/gob"
	"os"
)

func load(path string) (cache map[string]string, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	err = gob.NewDecoder(file).Decode(&cache)
	return cache, err
}
