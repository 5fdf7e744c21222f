use axum::extract::{Path, State};
use sqlx::PgPool;

use crate::builder;

pub async fn sorted(State(pool): State<PgPool>, Path(column): Path<String>) -> String {
    let sql = builder::ordered_by(&column);
    let rows = sqlx::query(&sql).fetch_all(&pool).await; // expect: sql-injection
    rows.map_or(0, |rows| rows.len()).to_string()
}
