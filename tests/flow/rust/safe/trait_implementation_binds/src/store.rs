use rusqlite::{params, Connection};

pub trait Catalogue {
    fn by(&self, author: &str) -> u32;
}

/// A catalogue, too, of another kind: its names are those of the columns that it has.
pub trait Columns {
    fn by(&self, column: &str) -> u32;
}

pub struct Shelf {
    connection: Connection,
}

impl Catalogue for Shelf {
    fn by(&self, author: &str) -> u32 {
        let query = "SELECT count(*) FROM books WHERE author = ?1";
        let counted = self.connection.query_row(query, params![author], |row| row.get(0));
        counted.unwrap_or_default()
    }
}

struct Report {
    connection: Connection,
}

impl Columns for Report {
    fn by(&self, column: &str) -> u32 {
        let query = format!("SELECT count(DISTINCT {column}) FROM books");
        let counted = self.connection.query_row(&query, [], |row| row.get(0));
        counted.unwrap_or_default()
    }
}

fn authors(report: &dyn Columns) -> u32 {
    report.by("author")
}
