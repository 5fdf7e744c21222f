use axum::extract::{Path, State};
use regex::Regex;

async fn truncate(State(pool): State<sqlx::PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    let valid = Regex::new("^[a-z_]{1,32}$").unwrap();
    if !valid.is_match(&name) {
        return Err(AppError::BadRequest);
    }
    sqlx::query(&format!("TRUNCATE TABLE {name}")).execute(&pool).await?;
    Ok(())
}
