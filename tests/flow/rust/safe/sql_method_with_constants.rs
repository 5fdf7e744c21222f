pub struct Store {
    conn: rusqlite::Connection,
}

impl Store {
    fn count(&self, table: &str) -> rusqlite::Result<i64> {
        self.conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
    }

    pub fn totals(&self) -> rusqlite::Result<(i64, i64)> {
        Ok((self.count("users")?, self.count("posts")?))
    }
}
