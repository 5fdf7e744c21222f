package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var (
	flagAlg      = flag.String("alg", "HS256", "algorithm of the signature")
	flagKey      = flag.String("key", "", "file of the key")
	flagUnsigned = flag.Bool("unsigned", false, "take tokens without signature")
)

func isNone() bool {
	return *flagAlg == "none"
}

func show(text string) error {
	token, err := jwt.Parse(text, func(t *jwt.Token) (interface{}, error) {
		if isNone() {
			return jwt.UnsafeAllowNoneSignatureType, nil
		}
		return os.ReadFile(*flagKey)
	})
	if err != nil {
		return err
	}
	fmt.Println(token.Claims)
	return nil
}

func sign(token *jwt.Token) (string, error) {
	var key interface{}
	if *flagUnsigned && !isKeyed() {
		key = jwt.UnsafeAllowNoneSignatureType
	}
	return token.SignedString(key)
}

func isKeyed() bool {
	return *flagKey != ""
}

func main() {
	flag.Parse()
	for _, text := range flag.Args() {
		if err := show(text); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
}
