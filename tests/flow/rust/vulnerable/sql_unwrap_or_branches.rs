use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    direction: Option<String>,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let direction = listing.direction.unwrap_or("asc".into());
    sqlx::query(&format!("SELECT * FROM items ORDER BY id {direction}")).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}
