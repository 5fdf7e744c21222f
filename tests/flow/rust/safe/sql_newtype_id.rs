use axum::extract::{Path, State};

#[derive(serde::Deserialize)]
struct UserId(u64);

async fn show(State(pool): State<sqlx::PgPool>, Path(id): Path<UserId>) -> Result<(), AppError> {
    let UserId(raw) = id;
    sqlx::query(&format!("SELECT * FROM users WHERE id = {raw}")).fetch_one(&pool).await?;
    Ok(())
}
