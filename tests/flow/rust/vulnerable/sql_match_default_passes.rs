use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let order = match params.get("sort").map(String::as_str) {
        Some("newest") => "created DESC",
        Some(other) => other,
        None => "id",
    };
    let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY {order}")).fetch_all(&pool).await; // expect: sql-injection
    rows.map_or(0, |rows| rows.len()).to_string()
}
