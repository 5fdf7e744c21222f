package app

var headers = map[string]string{
	"X-Api-Key": "k9f2Lw7QzR4tVb1nM8xC", // expect: hardcoded-secret
}
