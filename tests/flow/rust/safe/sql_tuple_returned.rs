use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

fn paging(params: &HashMap<String, String>) -> (u32, String) {
    let limit = params.get("limit").and_then(|text| text.parse().ok()).unwrap_or(20);
    (limit, params.get("title").cloned().unwrap_or_default())
}

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let (limit, title) = paging(&params);
    let sql = format!("SELECT * FROM rows WHERE title = $1 LIMIT {limit}");
    let rows = sqlx::query(&sql).bind(title).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
