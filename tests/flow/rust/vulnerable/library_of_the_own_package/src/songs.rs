use rusqlite::Connection;

pub fn count_of(store: &Connection, artist: &str) -> rusqlite::Result<i64> {
    store.query_row(&format!("SELECT count(*) FROM songs WHERE artist = '{artist}'"), [], |row| row.get(0)) // expect: sql-injection from src/main.rs
}
