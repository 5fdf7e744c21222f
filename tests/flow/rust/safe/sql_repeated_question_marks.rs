pub fn delete(conn: &rusqlite::Connection, ids: &[String]) -> rusqlite::Result<usize> {
    let marks = vec!["?"; ids.len()].join(",");
    let sql = format!("DELETE FROM notes WHERE id IN ({marks})");
    conn.execute(&sql, rusqlite::params_from_iter(ids))
}
