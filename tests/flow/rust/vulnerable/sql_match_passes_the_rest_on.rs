use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let column = match listing.sort.as_str() {
        "newest" => "created_at",
        other => other,
    };
    sqlx::query(&format!("SELECT * FROM items ORDER BY {column}")).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}
