use axum::extract::{Path, State};
use sqlx::PgPool;

async fn list(State(pool): State<PgPool>, Path(names): Path<String>) {
    let wanted = names.split(',').count();
    let query = format!("SELECT * FROM items LIMIT {wanted}");
    sqlx::query(&query).fetch_all(&pool).await;
}
