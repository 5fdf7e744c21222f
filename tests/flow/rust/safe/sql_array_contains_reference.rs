use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let Some(sort) = params.get("sort") else {
        return String::from("no column");
    };
    if !["name", "city"].contains(&sort.as_str()) {
        return String::from("unknown column");
    }
    let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY {sort}")).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
