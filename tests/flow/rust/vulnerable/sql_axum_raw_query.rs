use axum::extract::{RawQuery, State};
use sqlx::SqlitePool;

async fn export(State(pool): State<SqlitePool>, RawQuery(query): RawQuery) -> Result<(), AppError> {
    let filter = query.unwrap_or_default();
    sqlx::raw_sql(&format!("SELECT * FROM events WHERE {filter}")).execute(&pool).await?; // expect: sql-injection
    Ok(())
}
