package main

import (
	"database/sql"
	"flag"
	"os"
	"strings"
)

// The operator who runs the program writes these.
func load(db *sql.DB) {
	region := flag.String("region", "north", "region to load")
	flag.Parse()
	db.Exec("DELETE FROM orders WHERE region = '" + *region + "'")
	db.Exec("DELETE FROM orders WHERE state = '" + os.Args[1] + "'")
	names, _ := os.ReadFile("names.txt")
	db.Exec("DELETE FROM orders WHERE name = '" + strings.TrimSpace(string(names)) + "'")
}
