use axum::extract::{Query, State};
use sqlx::PgPool;

use crate::builder::filter;

#[derive(serde::Deserialize)]
pub struct Search {
    brand: Option<String>,
    size: Option<String>,
}

pub async fn search(State(pool): State<PgPool>, Query(search): Query<Search>) -> String {
    let filter = filter(search.brand, search.size);
    let sql = format!("SELECT id FROM products WHERE {}", filter.text);
    let mut query = sqlx::query(&sql);
    for value in &filter.values {
        query = query.bind(value);
    }
    query.fetch_all(&pool).await.map_or(0, |rows| rows.len()).to_string()
}
