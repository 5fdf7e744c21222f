use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

fn validate(sort: &str) -> Result<(), AppError> {
    match sort {
        "name" | "price" => Ok(()),
        _ => Err(AppError::BadRequest),
    }
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let sort = listing.sort;
    if let Err(error) = validate(&sort) {
        return Err(error);
    }
    sqlx::query(&format!("SELECT * FROM items ORDER BY {sort}")).fetch_all(&pool).await?;
    Ok(())
}
