use rusqlite::{Connection, Result};

pub fn in_club(connection: &Connection, club: &str) -> Result<Vec<String>> {
    let sql = format!("SELECT name FROM members WHERE club = '{club}'");
    let mut statement = connection.prepare(&sql)?; // expect: sql-injection from src/api.rs
    let names = statement.query_map([], |row| row.get(0))?;
    names.collect()
}
