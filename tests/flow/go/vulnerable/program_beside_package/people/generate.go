//go:build ignore

package main

import "os"

// Find tells whether the file that is generated is there.
func Find(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func main() {
	if !Find("people_generated.go") {
		os.Exit(1)
	}
}
