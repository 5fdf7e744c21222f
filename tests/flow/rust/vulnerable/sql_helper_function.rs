use axum::extract::{Path, State};
use sqlx::PgPool;

fn user_query(name: &str) -> String {
    format!("SELECT * FROM users WHERE name = '{name}'")
}

async fn show(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    sqlx::query(&user_query(&name)).fetch_one(&pool).await?; // expect: sql-injection
    Ok(())
}
