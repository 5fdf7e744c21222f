use axum::extract::{Query, State};
use sqlx::PgPool;

const SORTABLE: [&str; 2] = ["name", "price"];

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    if !SORTABLE.contains(&listing.sort.as_str()) {
        tracing::warn!("unknown column {}", listing.sort);
    }
    sqlx::query(&format!("SELECT * FROM items ORDER BY {}", listing.sort)).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}
