use axum::{extract::{Path, State}, http::StatusCode};
use sqlx::PgPool;

use crate::columns::SORTABLE;

pub async fn sorted(State(pool): State<PgPool>, Path(column): Path<String>) -> Result<String, StatusCode> {
    if !SORTABLE.contains(&column.as_str()) {
        return Err(StatusCode::BAD_REQUEST);
    }
    let sql = format!("SELECT * FROM reports ORDER BY {column}");
    let rows = sqlx::query(&sql).fetch_all(&pool).await.map_err(|_| StatusCode::NOT_FOUND)?;
    Ok(rows.len().to_string())
}
