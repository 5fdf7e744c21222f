package app

var jwtKey = []byte("k3y-b0ard-7711-cat") // expect: hardcoded-secret
