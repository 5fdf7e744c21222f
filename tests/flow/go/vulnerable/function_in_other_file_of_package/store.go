package main

import "database/sql"

var store *sql.DB

func postsBy(author string) (*sql.Rows, error) {
	return store.Query("SELECT title FROM posts WHERE author = '" + author + "'") // expect: sql-injection from main.go
}
