const SCHEMA: &str = include_str!("../schema.sql");

pub fn migrate(conn: &rusqlite::Connection) -> rusqlite::Result<()> {
    conn.execute_batch(SCHEMA)
}
