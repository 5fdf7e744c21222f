use std::str::FromStr;

use axum::extract::{Path, State};
use sqlx::PgPool;

use crate::column::Column;

pub async fn ordered(State(pool): State<PgPool>, Path(column): Path<String>) -> Result<String, String> {
    let column: Column = column.parse()?;
    let query = format!("SELECT * FROM users ORDER BY {column}");
    let rows = sqlx::query(&query).fetch_all(&pool).await;
    rows.map(|rows| rows.len().to_string()).map_err(|error| error.to_string())
}

pub async fn selected(State(pool): State<PgPool>, Path(column): Path<String>) -> Result<String, String> {
    let column = Column::from_str(&column)?;
    let query = format!("SELECT {} FROM users", column.as_ref());
    let rows = sqlx::query(&query).fetch_all(&pool).await;
    rows.map(|rows| rows.len().to_string()).map_err(|error| error.to_string())
}
