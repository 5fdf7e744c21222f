use axum::extract::{Path, State};
use sqlx::PgPool;

async fn show(State(pool): State<PgPool>, Path(slug): Path<String>) -> Result<String, AppError> {
    let row = sqlx::query("SELECT title FROM posts WHERE slug = $1")
        .bind(&slug)
        .fetch_one(&pool)
        .await?;
    Ok(row.get("title"))
}
