use axum::extract::State;
use axum_extra::TypedHeader;
use headers::UserAgent;

async fn record(State(pool): State<sqlx::PgPool>, TypedHeader(agent): TypedHeader<UserAgent>) -> Result<(), AppError> {
    sqlx::query(&format!("INSERT INTO agents (name) VALUES ('{agent}')")).execute(&pool).await?; // expect: sql-injection
    Ok(())
}
