use axum::extract::{Path, State};
use sqlx::SqlitePool;

use crate::{criteria::Criteria, index};

pub async fn search(State(pool): State<SqlitePool>, Path(term): Path<String>) -> String {
    let criteria = Criteria { term, limit: 20 };
    let rows = index::run(&pool, &criteria).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}
