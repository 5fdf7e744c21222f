use sqlx::{sqlite::SqliteRow, SqlitePool};

use crate::criteria::Criteria;

pub async fn run(pool: &SqlitePool, criteria: &Criteria) -> sqlx::Result<Vec<SqliteRow>> {
    let sql = format!("SELECT * FROM pages WHERE title = '{}' LIMIT {}", criteria.term, criteria.limit);
    sqlx::query(&sql).fetch_all(pool).await // expect: sql-injection from src/web.rs
}
