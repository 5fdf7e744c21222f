pub fn drop_table(conn: &rusqlite::Connection, table: &str) -> rusqlite::Result<()> {
    conn.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))
}
