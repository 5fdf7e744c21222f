use rusqlite::Connection;

pub fn find(store: &Connection, sql: &str) -> rusqlite::Result<i64> {
    store.query_row(sql, [], |row| row.get(0))
}
