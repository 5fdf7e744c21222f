use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

const COLUMNS: [&str; 3] = ["id", "name", "city"];

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let column = COLUMNS.iter().find(|column| **column == params["sort"]).unwrap_or(&"id");
    let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY {column}")).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
