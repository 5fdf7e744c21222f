pub fn rename(conn: &rusqlite::Connection, name: &str) -> rusqlite::Result<usize> {
    let name = name.trim();
    let name = name.to_lowercase();
    {
        let name = "unknown";
        log::debug!("default is {name}");
    }
    conn.execute(&format!("UPDATE settings SET value = '{name}'"), []) // expect: sql-injection
}
