use axum::extract::{Query, State};
use sqlx::PgPool;

const SORTABLE: &[&str] = &["name", "price", "created_at"];

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let sort = listing.sort;
    if !SORTABLE.contains(&sort.as_str()) {
        return Err(AppError::BadRequest);
    }
    sqlx::query(&format!("SELECT * FROM items ORDER BY {sort}")).fetch_all(&pool).await?;
    Ok(())
}
