package search

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/netip"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"golang.org/x/crypto/bcrypt"
)

// Record keeps what is counted, parsed and digested of a request; none of it is the client's text.
func Record(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	tags := r.FormValue("tags")
	db.Exec("UPDATE items SET tags = " + fmt.Sprint(strings.Count(tags, ",")+1))
	db.Exec(fmt.Sprintf("UPDATE items SET tagged = %v", strings.HasPrefix(tags, "#")))
	db.Exec(fmt.Sprintf("UPDATE items SET filtered = %v", r.URL.Query().Has("filter")))
	plain, _ := regexp.MatchString(`^\w+$`, tags)
	db.Exec(fmt.Sprintf("UPDATE items SET plain = %v", plain))
	body, _ := io.ReadAll(r.Body)
	db.Exec(fmt.Sprintf("UPDATE items SET is_archive = %v", bytes.HasPrefix(body, []byte("PK"))))
	sum := sha256.Sum256(body)
	db.Exec("UPDATE items SET digest = '" + hex.EncodeToString(sum[:]) + "'")
	day, _ := time.Parse("2006-01-02", r.FormValue("day"))
	db.Exec("UPDATE items SET day = '" + day.Format("2006-01-02") + "'")
	price, _ := strconv.ParseFloat(r.FormValue("price"), 64)
	db.Exec(fmt.Sprintf("UPDATE items SET price = %v", price))
	hash, _ := bcrypt.GenerateFromPassword([]byte(r.FormValue("password")), 12)
	db.Exec("UPDATE users SET hash = '" + string(hash) + "'")
}

func Typed(db *sql.DB, id uuid.UUID, amount *big.Int, address net.IP, prefix netip.Prefix) {
	db.Exec("UPDATE items SET owner = '" + id.String() + "'")
	db.Exec("UPDATE items SET amount = " + amount.String())
	db.Exec("UPDATE items SET address = '" + address.String() + "'")
	db.Exec("UPDATE items SET network = '" + prefix.String() + "'")
}
