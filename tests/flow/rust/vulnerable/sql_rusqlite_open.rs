use rusqlite::{Connection, Result};

pub fn lookup(word: &str) -> Result<String> {
    let dictionary = Connection::open("dictionary.db")?;
    let sql = "SELECT meaning FROM words WHERE word = '".to_string() + word + "'";
    dictionary.query_row(&sql, [], |row| row.get(0)) // expect: sql-injection
}
