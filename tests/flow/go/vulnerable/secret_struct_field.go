package app

type Config struct {
	Host     string
	Password string
	APIKey   string
}

var config = Config{
	Host:     "db.internal",
	Password: "R00tPa55w0rd", // expect: hardcoded-secret
	APIKey:   "k9f2Lw7QzR4tVb1nM8xC", // expect: hardcoded-secret
}
