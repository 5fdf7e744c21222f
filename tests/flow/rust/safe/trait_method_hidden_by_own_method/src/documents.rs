use rusqlite::Connection;

use crate::finder::Finder;

pub struct Documents {
    pub connection: Connection,
}

impl Finder for Documents {
    fn connection(&self) -> &Connection {
        &self.connection
    }

    fn count(&self, title: &str) -> rusqlite::Result<i64> {
        self.connection.query_row("SELECT count(*) FROM documents WHERE title = ?1", [title], |row| row.get(0))
    }
}
