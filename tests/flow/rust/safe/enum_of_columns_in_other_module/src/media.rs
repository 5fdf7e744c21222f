use axum::extract::{Query, State};
use sqlx::SqlitePool;

use crate::column::Column;

#[derive(serde::Deserialize)]
pub struct Listing {
    sort: Column,
}

pub async fn list(State(pool): State<SqlitePool>, Query(listing): Query<Listing>) -> String {
    let sql = format!("SELECT id FROM media ORDER BY {}", listing.sort.as_sql());
    let rows = sqlx::query(&sql).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
