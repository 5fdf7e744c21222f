use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let name = html_escape::encode_text(&params["name"]);
    let rows = sqlx::query(&format!("SELECT * FROM notes WHERE name = '{name}'")).fetch_all(&pool).await; // expect: sql-injection
    rows.map_or(0, |rows| rows.len()).to_string()
}
