package app

type Login struct {
	Password string `json:"password" validate:"required,min=8"`
	Token    string `json:"token,omitempty" db:"access_token"`
	Secret   string `yaml:"client_secret" env:"CLIENT_SECRET"`
}
