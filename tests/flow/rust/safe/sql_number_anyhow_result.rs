use anyhow::Result;

pub fn trim(conn: &rusqlite::Connection, count: Result<i64>) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM log WHERE age > {}", count.unwrap_or(1)), [])
}
