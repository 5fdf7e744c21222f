package main

const (
	schema = "app"
	users  = schema + ".users"
)
