pub fn import(conn: &rusqlite::Connection, lines: Vec<String>) {
    lines.iter().for_each(|line| {
        conn.execute(&format!("INSERT INTO lines VALUES ('{line}')"), []).unwrap(); // expect: sql-injection
    });
}
