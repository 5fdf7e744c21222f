package database

import "database/sql"

// Open opens the database.
func Open() (*sql.DB, error) {
	return sql.Open("mysql", "app@/metrics")
}

// MustOpen opens the database, or ends the program.
func MustOpen() *sql.DB {
	store, err := Open()
	if err != nil {
		panic(err)
	}
	return store
}
