const TABLE: &str = "users";
static COLUMNS: &[&str] = &["id", "name"];

pub fn all(conn: &rusqlite::Connection) -> rusqlite::Result<usize> {
    let sql = format!("SELECT {} FROM {TABLE}", COLUMNS.join(", "));
    conn.execute(&sql, [])
}
