use axum::extract::{Query, State};
use regex::Regex;
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let word = Regex::new(r"^[a-z_]+$").unwrap();
    let sort = &params["sort"];
    if !word.is_match(sort) {
        return String::from("unknown column");
    }
    let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY {sort}")).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
