use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

use crate::params;

pub async fn list(State(pool): State<PgPool>, Query(query): Query<HashMap<String, String>>) -> String {
    let limit = params::limit(&query);
    let sql = format!("SELECT id FROM pages LIMIT {limit}");
    let rows = sqlx::query(&sql).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
