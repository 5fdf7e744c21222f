use axum::{extract::State, Json};

async fn show(State(pool): State<sqlx::PgPool>, Json(value): Json<serde_json::Value>) -> Result<(), AppError> {
    let limit = value["limit"].as_u64().unwrap_or(10) as i64;
    sqlx::query(&format!("SELECT * FROM posts LIMIT {limit}")).fetch_all(&pool).await?;
    Ok(())
}
