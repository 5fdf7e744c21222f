package app

const (
	dbHost     = "db.internal"
	dbUser     = "app"
	dbPassword = "Tr0ub4dor&3x" // expect: hardcoded-secret
	jwtSecret  = "b7f3c1d9e2a84f60" // expect: hardcoded-secret
)
