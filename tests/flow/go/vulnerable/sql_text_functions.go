package search

import (
	"database/sql"
	"errors"
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

var word = regexp.MustCompile(`\w.*`)

func letters(r rune) rune {
	if unicode.IsControl(r) {
		return -1
	}
	return r
}

func Search(db *sql.DB, term string) {
	db.Query("SELECT * FROM items WHERE name = '" + strings.TrimSpace(term) + "'")            // expect: sql-injection
	db.Query("SELECT * FROM items WHERE name = '" + strings.TrimPrefix(term, "#") + "'")      // expect: sql-injection
	db.Query("SELECT * FROM items WHERE name = '" + strings.ReplaceAll(term, "-", " ") + "'") // expect: sql-injection
	db.Query("SELECT * FROM items WHERE name = '" + strings.Map(letters, term) + "'")         // expect: sql-injection
	db.Query("SELECT * FROM items WHERE name = " + strconv.Quote(term))                       // expect: sql-injection
	db.Query("SELECT * FROM items WHERE name = '" + html.UnescapeString(term) + "'")          // expect: sql-injection
	db.Query("SELECT * FROM items WHERE name = '" + word.FindString(term) + "'")              // expect: sql-injection
	problem := errors.New(term)
	db.Exec(fmt.Sprintf("INSERT INTO problems (text) VALUES ('%v')", problem)) // expect: sql-injection
}
