use axum::extract::{Path, State};

async fn truncate(State(pool): State<sqlx::PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    if !crate::patterns::TABLE_NAME.is_match(&name) {
        return Err(AppError::BadRequest);
    }
    sqlx::query(&format!("TRUNCATE TABLE {name}")).execute(&pool).await?;
    Ok(())
}
