package identifiers

import "github.com/lib/pq"

// Quoted is a name as an identifier.
func Quoted(name string) string {
	return pq.QuoteIdentifier(name)
}
