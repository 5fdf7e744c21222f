use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

fn paging(params: &HashMap<String, String>) -> (u32, String) {
    (20, params.get("sort").cloned().unwrap_or_default())
}

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let (limit, sort) = paging(&params);
    let sql = format!("SELECT * FROM rows ORDER BY {sort} LIMIT {limit}");
    let rows = sqlx::query(&sql).fetch_all(&pool).await; // expect: sql-injection
    rows.map_or(0, |rows| rows.len()).to_string()
}
