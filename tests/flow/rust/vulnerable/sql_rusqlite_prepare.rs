use rusqlite::Connection;

pub fn notes(conn: &Connection, author: &str) -> rusqlite::Result<Vec<String>> {
    let mut stmt = conn.prepare(&format!("SELECT body FROM notes WHERE author = '{author}'"))?; // expect: sql-injection
    let rows = stmt.query_map([], |row| row.get(0))?;
    rows.collect()
}
