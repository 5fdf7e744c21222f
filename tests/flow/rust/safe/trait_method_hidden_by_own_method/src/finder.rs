use rusqlite::Connection;

pub trait Finder {
    fn connection(&self) -> &Connection;

    fn count(&self, filter: &str) -> rusqlite::Result<i64> {
        self.connection().query_row(filter, [], |row| row.get(0))
    }
}
