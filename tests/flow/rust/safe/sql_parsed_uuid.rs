use axum::extract::{Path, State};

async fn show(State(pool): State<sqlx::PgPool>, Path(id): Path<String>) -> Result<(), AppError> {
    let id = uuid::Uuid::parse_str(&id)?;
    sqlx::query(&format!("SELECT * FROM orders WHERE id = '{id}'")).fetch_one(&pool).await?;
    Ok(())
}
