use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

use std::collections::HashSet;

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let allowed: HashSet<&str> = HashSet::from(["name", "price"]);
    let sort = &listing.sort;
    if allowed.contains(sort.as_str()) {
        sqlx::query(&format!("SELECT * FROM items ORDER BY {sort}")).fetch_all(&pool).await?;
    }
    Ok(())
}
