use axum::{extract::State, http::HeaderMap};
use sqlx::PgPool;

use crate::params::tenant;

pub async fn usage(State(pool): State<PgPool>, headers: HeaderMap) -> String {
    let sql = format!("SELECT sum(bytes) FROM {}.usage", tenant(&headers));
    let bytes: i64 = sqlx::query_scalar(&sql).fetch_one(&pool).await.unwrap_or(0); // expect: sql-injection from src/params.rs
    bytes.to_string()
}
