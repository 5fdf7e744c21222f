use std::collections::VecDeque;

pub fn drain(conn: &rusqlite::Connection, mut queue: VecDeque<String>) -> rusqlite::Result<()> {
    while let Some(job) = queue.pop_front() {
        conn.execute(&format!("DELETE FROM jobs WHERE name = '{job}'"), [])?; // expect: sql-injection
    }
    Ok(())
}
