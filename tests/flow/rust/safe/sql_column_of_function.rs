use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: String,
}

fn column(sort: &str) -> Option<&'static str> {
    match sort {
        "name" => Some("name"),
        "price" => Some("price"),
        _ => None,
    }
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let column = column(&listing.sort).ok_or(AppError::BadRequest)?;
    sqlx::query(&format!("SELECT * FROM items ORDER BY {column}")).fetch_all(&pool).await?;
    Ok(())
}
