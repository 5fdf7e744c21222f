use std::pin::Pin;

pub fn trim(conn: &rusqlite::Connection, count: Pin<&i32>) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM log WHERE age > {}", count), [])
}
