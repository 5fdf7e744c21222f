use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

fn validate(sort: &str) -> Result<(), AppError> {
    if !["name", "price"].contains(&sort) {
        return Err(AppError::BadRequest);
    }
    Ok(())
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let sort = listing.sort;
    validate(&sort)?;
    sqlx::query(&format!("SELECT * FROM items ORDER BY {sort}")).fetch_all(&pool).await?;
    Ok(())
}
