pub fn migrate(conn: &rusqlite::Connection, path: &std::path::Path) -> Result<(), Error> {
    let sql = std::fs::read_to_string(path)?;
    conn.execute_batch(&sql)?;
    Ok(())
}
