use rusqlite::Connection;

pub fn find(store: &Connection, name: &str) -> rusqlite::Result<i64> {
    store.query_row("SELECT id FROM users WHERE name = ?1", [name], |row| row.get(0))
}
