use axum::extract::{Path, State};

async fn show(State(pool): State<sqlx::PgPool>, Path(id): Path<String>) -> Result<(), AppError> {
    let id = u64::from_str_radix(&id, 16)?;
    sqlx::query(&format!("SELECT * FROM blobs WHERE id = {id}")).fetch_one(&pool).await?;
    Ok(())
}
