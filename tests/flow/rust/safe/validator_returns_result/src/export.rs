use axum::extract::{Path, State};
use sqlx::PgPool;

use crate::{error::BadRequest, validation::require_column};

pub async fn export(State(pool): State<PgPool>, Path(column): Path<String>) -> Result<String, BadRequest> {
    require_column(&column)?;
    let sql = format!("SELECT {column} FROM files");
    let rows = sqlx::query(&sql).fetch_all(&pool).await.map_err(|_| BadRequest)?;
    Ok(rows.len().to_string())
}
