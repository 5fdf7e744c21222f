use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let mut order = "id";
    for known in ["name", "price"] {
        if listing.sort == known {
            order = known;
        }
    }
    sqlx::query(&format!("SELECT * FROM items ORDER BY {order}")).fetch_all(&pool).await?;
    Ok(())
}
