use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let sort = params["sort"].as_str();
    if params.len() > 1 || !["name", "city"].contains(&sort) {
        return String::from("unknown column");
    }
    let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY {sort}")).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
