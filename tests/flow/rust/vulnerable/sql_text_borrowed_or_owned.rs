use std::borrow::Cow;

pub fn find(conn: &rusqlite::Connection, name: &str) -> rusqlite::Result<usize> {
    let name = if name.is_empty() { Cow::Owned("unnamed".to_string()) } else { Cow::Borrowed(name) };
    conn.execute(&format!("DELETE FROM jobs WHERE name = '{name}'"), []) // expect: sql-injection
}
