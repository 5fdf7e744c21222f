use axum::extract::{Path, State};
use sqlx::PgPool;

use crate::tables::USERS;

pub async fn exists(State(pool): State<PgPool>, Path(email): Path<String>) -> String {
    let sql = format!("SELECT count(*) FROM {USERS} WHERE email = $1");
    let count: i64 = sqlx::query_scalar(&sql).bind(email).fetch_one(&pool).await.unwrap_or(0);
    (count > 0).to_string()
}
