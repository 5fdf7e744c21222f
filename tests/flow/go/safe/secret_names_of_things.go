package app

const (
	PasswordField   = "password"
	APIKeyHeader    = "X-API-Key"
	TokenURL        = "https://auth.example.com/oauth/token"
	secretName      = "database-credentials"
	tokenContextKey = "auth.token"
	envAPIKey       = "SHOP_API_KEY"
	passwordPrompt  = "Enter password: "
	SecretKey       = "secretKey"
)
