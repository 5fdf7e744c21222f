package app

const (
	publicKey   = "-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf\n-----END PUBLIC KEY-----"
	fingerprint = "9fceb02d0ae598e95dc970b74767f19372d61af8"
	userID      = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
)
