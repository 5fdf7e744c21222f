use rocket::{get, State};
use sqlx::SqlitePool;

#[get("/books/<title>")]
async fn book(title: &str, pool: &State<SqlitePool>) -> Option<String> {
    let sql = format!("SELECT isbn FROM books WHERE title = '{title}'");
    sqlx::query_scalar(&sql).fetch_one(pool.inner()).await.ok() // expect: sql-injection
}
