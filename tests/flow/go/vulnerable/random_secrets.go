package auth

import (
	"math/rand"
	v2 "math/rand/v2"
)

type Login struct {
	Token    int
	Password []byte
}

func resetToken() int {
	return rand.Intn(1000000) // expect: weak-random
}

func generateOTP(r *rand.Rand) int {
	code := 100000 + r.Intn(900000) // expect: weak-random
	return code
}

func newLogin() Login {
	login := Login{Token: v2.IntN(1000000)} // expect: weak-random
	rand.Read(login.Password)                // expect: weak-random
	return login
}

func shuffle(names []string) {
	rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
}
