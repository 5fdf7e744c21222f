use std::rc::Rc;

pub fn trim(conn: &rusqlite::Connection, count: Rc<u32>) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM log WHERE age > {}", count), [])
}
