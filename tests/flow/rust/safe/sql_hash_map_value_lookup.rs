use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let orders = HashMap::from([("newest", "created DESC"), ("name", "name ASC")]);
    let order = orders.get(params["sort"].as_str()).copied().unwrap_or("id");
    let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY {order}")).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
