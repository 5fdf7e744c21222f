use rusqlite::{params, Connection, Result};

pub fn add(conn: &Connection, name: &str, age: u8) -> Result<usize> {
    conn.execute("INSERT INTO people (name, age) VALUES (?1, ?2)", params![name, age])
}
