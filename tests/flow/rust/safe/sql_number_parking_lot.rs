use parking_lot::RwLock;

pub fn trim(conn: &rusqlite::Connection, count: &RwLock<i64>) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM log WHERE age > {}", count.read()), [])
}
