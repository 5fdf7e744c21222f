package reports

import (
	"database/sql"
	"log"
	"os"
	"regexp"
)

var name = regexp.MustCompile(`^[a-z_]+$`)

func Count(db *sql.DB, region string) {
	if !name.MatchString(region) {
		log.Fatalf("no region: %q", region)
	}
	db.Query("SELECT count(*) FROM orders WHERE region = '" + region + "'")
}

func Sum(db *sql.DB, region string) {
	if !name.MatchString(region) {
		os.Exit(2)
	}
	db.Query("SELECT sum(price) FROM orders WHERE region = '" + region + "'")
}

func Average(db *sql.DB, region string) {
	if !name.MatchString(region) {
		panic("no region")
	}
	db.Query("SELECT avg(price) FROM orders WHERE region = '" + region + "'")
}
