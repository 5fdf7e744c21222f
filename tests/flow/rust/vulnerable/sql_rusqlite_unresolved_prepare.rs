use crate::db::open;

pub fn titles(tag: &str) -> rusqlite::Result<usize> {
    let conn = open()?;
    let mut statement = conn.prepare_cached(&format!("SELECT title FROM posts WHERE tag = '{tag}'"))?; // expect: sql-injection
    statement.query_map([], |row| row.get::<_, String>(0)).map(|rows| rows.count())
}
