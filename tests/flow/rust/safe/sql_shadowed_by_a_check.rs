use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let sort = listing.sort;
    let sort = if sort == "name" { "name" } else { "id" };
    sqlx::query(&format!("SELECT * FROM items ORDER BY {sort}")).fetch_all(&pool).await?;
    Ok(())
}
