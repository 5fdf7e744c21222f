use tokio::sync::Mutex;

pub fn trim(conn: &rusqlite::Connection, count: &Mutex<i64>) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM log WHERE age > {}", count.try_lock().unwrap()), [])
}
