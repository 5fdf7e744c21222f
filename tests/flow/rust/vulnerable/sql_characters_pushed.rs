pub fn find(conn: &rusqlite::Connection, name: &str) -> rusqlite::Result<usize> {
    let mut escaped = String::new();
    for character in name.chars() {
        if character == '"' {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    conn.execute(&format!("DELETE FROM users WHERE name = '{escaped}'"), []) // expect: sql-injection
}
