use axum::extract::{Path, State};
use sqlx::SqlitePool;

async fn show(State(pool): State<SqlitePool>, Path(slug): Path<String>) -> Result<String, AppError> {
    let row = sqlx::query(&format!("SELECT title FROM posts WHERE slug = '{slug}'")) // expect: sql-injection
        .fetch_one(&pool)
        .await?;
    Ok(row.get("title"))
}
