package imports

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"

	"gopkg.in/yaml.v3"
)

type Item struct {
	Name string
}

func Read(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	db.Query("SELECT * FROM items WHERE name = '" + string(bytes.TrimSpace(body)) + "'") // expect: sql-injection

	var item Item
	json.Unmarshal(body, &item)
	db.Query("SELECT * FROM items WHERE name = '" + item.Name + "'") // expect: sql-injection

	var other Item
	yaml.Unmarshal(body, &other)
	db.Query("SELECT * FROM items WHERE name = '" + other.Name + "'") // expect: sql-injection

	var last Item
	yaml.NewDecoder(r.Body).Decode(&last)
	db.Query("SELECT * FROM items WHERE name = '" + last.Name + "'") // expect: sql-injection
}

func Decode(db *sql.DB, text string) {
	plain, _ := hex.DecodeString(text)
	db.Exec("INSERT INTO notes (text) VALUES ('" + string(plain) + "')") // expect: sql-injection
	plain, _ = base64.StdEncoding.DecodeString(text)
	db.Exec("INSERT INTO notes (text) VALUES ('" + string(plain) + "')") // expect: sql-injection
	packed, _ := json.Marshal(map[string]string{"text": text})
	db.Exec("INSERT INTO notes (text) VALUES ('" + string(packed) + "')") // expect: sql-injection
	packed, _ = yaml.Marshal(map[string]string{"text": text})
	db.Exec("INSERT INTO notes (text) VALUES ('" + string(packed) + "')") // expect: sql-injection
}

func Lines(db *sql.DB, text string) {
	reader := bufio.NewReader(strings.NewReader(text))
	db.Exec(fmt.Sprintf("INSERT INTO notes (text) VALUES ('%v')", reader)) // expect: sql-injection
}

func Buffered(db *sql.DB, name string) {
	var query bytes.Buffer
	query.WriteString("SELECT * FROM items WHERE name = '")
	query.WriteString(name)
	query.WriteString("'")
	db.Query(query.String()) // expect: sql-injection
}
