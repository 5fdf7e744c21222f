use std::io;

pub fn trim(conn: &rusqlite::Connection, count: io::Result<usize>) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM log WHERE age > {}", count.unwrap_or(1)), [])
}
