use std::cell::RefCell;

pub fn trim(conn: &rusqlite::Connection, count: &RefCell<u64>) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM log WHERE age > {}", count.borrow()), [])
}
