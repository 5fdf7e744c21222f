use axum::{extract::State, http::HeaderMap};
use sqlx::PgPool;

async fn whoami(State(pool): State<PgPool>, headers: HeaderMap) -> Result<String, AppError> {
    let tenant = headers.get("x-tenant").and_then(|value| value.to_str().ok()).unwrap_or("public");
    let sql = format!("SELECT current_user FROM sessions WHERE tenant = '{tenant}'");
    let name: String = sqlx::query_scalar(&sql).fetch_one(&pool).await?; // expect: sql-injection
    Ok(name)
}
