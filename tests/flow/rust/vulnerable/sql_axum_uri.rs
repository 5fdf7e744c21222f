use axum::{extract::State, http::Uri};
use sqlx::PgPool;

async fn fallback(State(pool): State<PgPool>, uri: Uri) -> Result<(), AppError> {
    let path = uri.path().trim_start_matches('/');
    sqlx::query(&format!("INSERT INTO misses (path) VALUES ('{path}')")).execute(&pool).await?; // expect: sql-injection
    Ok(())
}
