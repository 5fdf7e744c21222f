use std::sync::{Arc, Mutex};

pub fn find(conn: &rusqlite::Connection, name: String) -> rusqlite::Result<usize> {
    let shared = Arc::new(Mutex::new(name));
    let current = Arc::clone(&shared);
    let name = current.lock().unwrap();
    conn.execute(&format!("DELETE FROM jobs WHERE name = '{name}'"), []) // expect: sql-injection
}
