use axum::{extract::State, Json};

async fn store(State(pool): State<sqlx::PgPool>, Json(names): Json<Vec<String>>) -> Result<(), AppError> {
    let sql = format!("INSERT INTO batches (size, first) VALUES ({}, {})", names.len(), names.is_empty());
    sqlx::query(&sql).execute(&pool).await?;
    Ok(())
}
