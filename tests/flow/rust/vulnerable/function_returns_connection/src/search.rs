use rocket::{get, http::Status};

use crate::database::open;

#[get("/notes/count?<word>")]
pub fn count(word: &str) -> Result<String, Status> {
    let notes = open().map_err(|_| Status::InternalServerError)?;
    let found: rusqlite::Result<i64> =
        notes.query_row(&format!("SELECT count(*) FROM notes WHERE text LIKE '%{word}%'"), [], |row| row.get(0)); // expect: sql-injection
    found.map(|count| count.to_string()).map_err(|_| Status::NotFound)
}
