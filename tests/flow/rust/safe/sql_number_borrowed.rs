use std::borrow::Cow;

pub fn trim(conn: &rusqlite::Connection, count: Cow<'_, u16>) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM log WHERE age > {}", count), [])
}
