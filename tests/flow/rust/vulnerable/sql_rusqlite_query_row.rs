use rusqlite::{Connection, Result};

pub fn find_user(conn: &Connection, name: &str) -> Result<i64> {
    conn.query_row(&format!("SELECT id FROM users WHERE name = '{}'", name), [], |row| row.get(0)) // expect: sql-injection
}
