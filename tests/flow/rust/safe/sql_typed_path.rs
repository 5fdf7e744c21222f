use axum::extract::{Path, State};
use sqlx::PgPool;

async fn show(State(pool): State<PgPool>, Path(id): Path<i64>) -> Result<(), AppError> {
    sqlx::query(&format!("SELECT title FROM posts WHERE id = {id}")).fetch_one(&pool).await?;
    Ok(())
}
