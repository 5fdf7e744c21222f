pub fn find(conn: &rusqlite::Connection, name: String) -> rusqlite::Result<usize> {
    let job: Box<String> = Box::new(name);
    conn.execute(&format!("DELETE FROM jobs WHERE name = '{job}'"), []) // expect: sql-injection
}
