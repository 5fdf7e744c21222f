use rusqlite::Connection;

use crate::catalogue::Catalogue;

pub struct Shelf {
    connection: Connection,
}

impl Catalogue for Shelf {
    fn count(&self, condition: &str) -> u32 {
        let query = format!("SELECT count(*) FROM books WHERE {condition}");
        self.connection
            .query_row(&query, [], |row| row.get(0)) // expect: sql-injection from src/web.rs
            .unwrap_or_default()
    }
}
