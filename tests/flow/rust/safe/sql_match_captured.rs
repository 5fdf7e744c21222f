use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let column = match &*listing.sort {
        known @ ("name" | "price") => known,
        _ => "id",
    };
    sqlx::query(&format!("SELECT * FROM items ORDER BY {column}")).fetch_all(&pool).await?;
    Ok(())
}
