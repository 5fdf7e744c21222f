pub fn create(conn: &rusqlite::Connection) -> rusqlite::Result<()> {
    let mut sql = String::from("CREATE TABLE notes (id INTEGER PRIMARY KEY, ");
    sql.push_str("body TEXT NOT NULL");
    sql += ")";
    conn.execute_batch(&sql)?;
    conn.execute_batch(concat!("CREATE INDEX ", "by_body ON notes (body)"))
}
