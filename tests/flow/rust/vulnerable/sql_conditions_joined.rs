pub fn search(conn: &rusqlite::Connection, name: Option<&str>, city: Option<&str>) -> rusqlite::Result<usize> {
    let mut conditions = Vec::new();
    if let Some(name) = name {
        conditions.push(format!("name = '{name}'"));
    }
    if let Some(city) = city {
        conditions.push(format!("city = '{city}'"));
    }
    let sql = format!("SELECT * FROM people WHERE {}", conditions.join(" AND "));
    conn.execute(&sql, []) // expect: sql-injection
}
