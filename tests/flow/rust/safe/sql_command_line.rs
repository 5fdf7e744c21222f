fn main() -> rusqlite::Result<()> {
    let name = std::env::args().nth(1).unwrap_or_default();
    let conn = rusqlite::Connection::open("notes.db")?;
    conn.execute(&format!("DELETE FROM notes WHERE name = '{name}'"), [])?;
    Ok(())
}
