pub fn table_size(conn: &rusqlite::Connection, table: &str) -> rusqlite::Result<i64> {
    assert!(table.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
    conn.query_row(&format!("SELECT count(*) FROM sizes WHERE name = '{table}'"), [], |row| row.get(0))
}
