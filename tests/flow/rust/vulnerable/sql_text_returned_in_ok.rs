use axum::extract::{Path, State};
use sqlx::PgPool;

fn statement(name: &str) -> Result<String, AppError> {
    if name.is_empty() {
        return Err(AppError::BadRequest);
    }
    Ok(format!("SELECT * FROM items WHERE name = '{name}'"))
}

async fn show(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    let sql = statement(&name)?;
    sqlx::query(&sql).fetch_one(&pool).await?; // expect: sql-injection
    Ok(())
}
