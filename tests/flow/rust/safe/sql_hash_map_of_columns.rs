use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

use std::collections::HashMap;

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let columns = HashMap::from([("n", "name"), ("p", "price")]);
    let Some(column) = columns.get(listing.sort.as_str()) else {
        return Err(AppError::BadRequest);
    };
    sqlx::query(&format!("SELECT * FROM items ORDER BY {column}")).fetch_all(&pool).await?;
    Ok(())
}
