const FIND: &str = "SELECT * FROM users WHERE name = '{name}'";

pub fn find(conn: &rusqlite::Connection, name: &str) -> rusqlite::Result<usize> {
    let sql = FIND.replace("{name}", name);
    conn.execute(&sql, []) // expect: sql-injection
}
