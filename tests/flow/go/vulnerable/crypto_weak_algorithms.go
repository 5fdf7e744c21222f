package users

import (
	"crypto/cipher"
	"crypto/des"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/blowfish"
)

func passwords(password []byte) {
	sha1.Sum(password)      // expect: weak-crypto
	sha256.Sum224(password) // expect: weak-crypto
	sha256.Sum256(password) // expect: weak-crypto
	sha512.Sum384(password) // expect: weak-crypto
	sha512.Sum512(password) // expect: weak-crypto
	h := md5.New() // expect: weak-crypto
	h.Write(password)
	g := sha512.New() // expect: weak-crypto
	g.Write(password)
}

func tokens(token []byte) {
	md5.Sum(token) // expect: weak-crypto
	h := md5.New() // expect: weak-crypto
	h.Write(token)
}

func results(text []byte) [20]byte {
	signature := sha1.Sum(text) // expect: weak-crypto
	return signature
}

func ciphers(key []byte) {
	des.NewCipher(key)      // expect: weak-crypto
	rc4.NewCipher(key)      // expect: weak-crypto
	blowfish.NewCipher(key) // expect: weak-crypto
}

func vectors(block cipher.Block) {
	cipher.NewCTR(block, []byte("0123456789abcdef"))          // expect: weak-crypto
	cipher.NewCFBEncrypter(block, []byte("0123456789abcdef")) // expect: weak-crypto
	cipher.NewOFB(block, []byte("0123456789abcdef"))          // expect: weak-crypto
}

func costs(password []byte) {
	bcrypt.GenerateFromPassword(password, 4) // expect: weak-crypto
}
