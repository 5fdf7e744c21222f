use std::str::FromStr;

use axum::extract::{Path, State};
use sqlx::PgPool;

use crate::column::Column;

pub async fn selected(State(pool): State<PgPool>, Path(column): Path<String>) -> Result<String, String> {
    let column = Column::from_str(&column)?;
    let query = format!("SELECT {column} FROM users");
    let rows = sqlx::query(&query).fetch_all(&pool).await; // expect: sql-injection
    rows.map(|rows| rows.len().to_string()).map_err(|error| error.to_string())
}
