pub fn touch(conn: &rusqlite::Connection, name: &str) -> rusqlite::Result<usize> {
    let table = "users";
    if let Some(table) = name.split('.').next() {
        log::debug!("asked for {table}");
    }
    {
        let table = name.to_owned();
        audit(&table);
    }
    conn.execute(&format!("UPDATE {table} SET seen = 1"), [])
}
