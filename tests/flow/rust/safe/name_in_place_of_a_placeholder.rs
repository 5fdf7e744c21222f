use rusqlite::Connection;

const LAST: &str = "SELECT version FROM %TABLE% WHERE version = (SELECT MAX(version) FROM %TABLE%)";

pub fn last_version(connection: &Connection, table: &str) -> rusqlite::Result<i64> {
    connection.query_row(&LAST.replace("%TABLE%", table), [], |row| row.get(0))
}
