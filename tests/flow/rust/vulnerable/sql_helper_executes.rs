use axum::extract::{Path, State};
use sqlx::PgPool;

async fn delete_by_name(pool: &PgPool, name: &str) -> Result<(), sqlx::Error> {
    let sql = format!("DELETE FROM users WHERE name = '{name}'");
    sqlx::query(&sql).execute(pool).await?; // expect: sql-injection
    Ok(())
}

async fn remove(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    delete_by_name(&pool, &name).await?;
    Ok(())
}
