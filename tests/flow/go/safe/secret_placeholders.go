package app

type Config struct {
	Password string
	APIKey   string
	Token    string
}

var example = Config{Password: "changeme", APIKey: "<your-api-key>", Token: "${TOKEN}"}
