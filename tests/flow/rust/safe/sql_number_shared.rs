use std::sync::{Arc, Mutex};

pub fn trim(conn: &rusqlite::Connection, count: Arc<Mutex<i64>>) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM log WHERE age > {}", *count.lock().unwrap()), [])
}
