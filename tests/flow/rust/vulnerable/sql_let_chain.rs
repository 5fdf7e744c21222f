pub fn find(conn: &rusqlite::Connection, line: &str) -> rusqlite::Result<usize> {
    if let Some((key, value)) = line.split_once('=')
        && let Some(value) = value.strip_prefix('"')
    {
        return conn.execute(&format!("UPDATE settings SET value = '{value}' WHERE key = '{key}'"), []); // expect: sql-injection
    }
    Ok(0)
}
