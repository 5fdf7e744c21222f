package audit

import "database/sql"

// Remember keeps the text of a report's query; the text is a bound value here.
func Remember(insert *sql.Stmt, region string) error {
	var id int
	return insert.QueryRow("SELECT sum(price) FROM orders WHERE region = '" + region + "'").Scan(&id)
}
