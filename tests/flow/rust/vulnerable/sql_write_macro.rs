use std::fmt::Write;

pub fn purge(conn: &rusqlite::Connection, owner: &str, kind: &str) -> rusqlite::Result<usize> {
    let mut sql = String::new();
    write!(sql, "DELETE FROM files WHERE owner = '{}'", owner).unwrap();
    write!(&mut sql, " AND kind = '{kind}'").unwrap();
    conn.execute(&sql, []) // expect: sql-injection
}
