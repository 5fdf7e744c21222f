use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: Option<String>,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let column = match listing.sort.as_deref() {
        Some("name") => "name",
        Some("price") | None => "price",
        Some(_) => return Err(AppError::BadRequest),
    };
    sqlx::query(&format!("SELECT * FROM items ORDER BY {column}")).fetch_all(&pool).await?;
    Ok(())
}
