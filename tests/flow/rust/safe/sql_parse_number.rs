use std::collections::HashMap;

use axum::extract::{Query, State};

async fn page(State(pool): State<sqlx::PgPool>, Query(params): Query<HashMap<String, String>>) -> Result<(), AppError> {
    let page: i64 = params.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let size = params.get("size").map(|size| size.parse::<i64>()).transpose()?.unwrap_or(20);
    let sql = format!("SELECT * FROM posts LIMIT {size} OFFSET {}", (page - 1) * size);
    sqlx::query(&sql).fetch_all(&pool).await?;
    Ok(())
}
