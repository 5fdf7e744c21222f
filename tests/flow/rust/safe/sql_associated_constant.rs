pub struct Posts;

impl Posts {
    const TABLE: &'static str = "posts";

    pub fn clear(conn: &rusqlite::Connection) -> rusqlite::Result<usize> {
        conn.execute(&format!("DELETE FROM {}", Self::TABLE), [])
    }
}
