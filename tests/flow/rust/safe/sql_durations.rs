use std::num::NonZeroU32;
use std::time::Duration;

pub fn slow(conn: &rusqlite::Connection, least: Duration, count: NonZeroU32) -> rusqlite::Result<usize> {
    conn.execute(&format!("DELETE FROM traces WHERE took < {} LIMIT {count}", least.as_millis()), [])
}
