use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let direction = if listing.sort.eq_ignore_ascii_case("desc") { "DESC" } else { "ASC" };
    let sql = format!("SELECT * FROM items ORDER BY id {direction}");
    sqlx::query(&sql).fetch_all(&pool).await?;
    Ok(())
}
