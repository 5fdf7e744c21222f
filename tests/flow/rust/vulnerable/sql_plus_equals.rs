pub fn delete(conn: &rusqlite::Connection, names: &[String]) -> rusqlite::Result<usize> {
    let mut sql = String::from("DELETE FROM people WHERE name IN (");
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            sql += ", ";
        }
        sql += &format!("'{name}'");
    }
    sql += ")";
    conn.execute(&sql, []) // expect: sql-injection
}
