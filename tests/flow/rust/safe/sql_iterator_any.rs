use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

const COLUMNS: [&str; 3] = ["name", "price", "id"];

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let sort = listing.sort;
    if !COLUMNS.iter().any(|column| *column == sort) {
        return Err(AppError::BadRequest);
    }
    sqlx::query(&format!("SELECT * FROM items ORDER BY {sort}")).fetch_all(&pool).await?;
    Ok(())
}
