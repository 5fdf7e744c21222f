use axum::extract::{Path, State};

async fn load(State(pool): State<sqlx::PgPool>, Path(id): Path<String>) -> Result<(), AppError> {
    if let Err(error) = id.parse::<i32>() {
        let sql = format!("INSERT INTO errors (reason) VALUES ('{error}')");
        sqlx::query(&sql).execute(&pool).await?;
    }
    Ok(())
}
