use axum::{extract::State, Json};
use sqlx::SqlitePool;

#[derive(serde::Deserialize)]
struct Window {
    limit: u32,
    offset: Option<u64>,
    ids: Vec<i64>,
    active: bool,
}

async fn page(State(pool): State<SqlitePool>, Json(window): Json<Window>) -> Result<(), AppError> {
    let ids = window.ids.iter().map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    let sql = format!(
        "SELECT * FROM items WHERE id IN ({ids}) AND active = {} LIMIT {} OFFSET {}",
        window.active,
        window.limit,
        window.offset.unwrap_or(0)
    );
    sqlx::query(&sql).fetch_all(&pool).await?;
    Ok(())
}
