use std::fmt::Write;

use axum::extract::Path;
use rusqlite::Connection;

pub async fn read(Path((name, city)): Path<(String, String)>) -> rusqlite::Result<usize> {
    let db = Connection::open("app.db")?;
    let query = format!(concat!("SELECT * FROM users ", "WHERE name = '{}'"), name);
    let count = db.execute(&query, [])?; // expect: sql-injection
    let mut query = String::from("SELECT * FROM users");
    query.write_fmt(format_args!(" WHERE city = '{city}'")).ok();
    Ok(count + db.execute(&query, [])?) // expect: sql-injection
}
