use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let sort = params.get("sort").map(String::as_str).filter(|sort| matches!(*sort, "name" | "city")).unwrap_or("id");
    let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY {sort}")).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
