use axum::{body::Bytes, extract::State};
use sqlx::PgPool;

async fn run(State(pool): State<PgPool>, body: Bytes) -> Result<(), AppError> {
    let statement = String::from_utf8(body.to_vec())?;
    sqlx::raw_sql(&statement).execute(&pool).await?; // expect: sql-injection
    Ok(())
}
