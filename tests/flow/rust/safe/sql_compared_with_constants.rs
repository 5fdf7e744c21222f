use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let sort = listing.sort;
    if sort == "name" || sort.as_str() == "price" {
        sqlx::query(&format!("SELECT * FROM items ORDER BY {sort}")).fetch_all(&pool).await?;
    }
    Ok(())
}
