use std::collections::BTreeSet;

pub fn delete(conn: &rusqlite::Connection, ids: &BTreeSet<i64>) -> rusqlite::Result<usize> {
    let list = ids.iter().map(|id| format!("{id}")).collect::<Vec<_>>().join(",");
    conn.execute(&format!("DELETE FROM notes WHERE id IN ({list})"), [])
}
