use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

const BY_NAME: &str = "name";
const BY_PRICE: &str = "price";

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let column = match listing.sort.as_ref() {
        BY_NAME => BY_NAME,
        BY_PRICE => BY_PRICE,
        _ => return Err(AppError::BadRequest),
    };
    sqlx::query(&format!("SELECT * FROM items ORDER BY {column}")).fetch_all(&pool).await?;
    Ok(())
}
