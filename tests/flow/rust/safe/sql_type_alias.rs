use axum::extract::{Path, State};

type UserId = i64;

async fn show(State(pool): State<sqlx::PgPool>, Path(id): Path<UserId>) -> Result<(), AppError> {
    sqlx::query(&format!("SELECT * FROM users WHERE id = {id}")).fetch_one(&pool).await?;
    Ok(())
}
