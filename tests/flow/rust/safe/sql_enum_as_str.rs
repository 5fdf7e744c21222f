use axum::extract::{Query, State};

#[derive(serde::Deserialize)]
enum Column {
    Name,
    Price,
}

impl Column {
    fn as_sql(&self) -> &'static str {
        match self {
            Column::Name => "name",
            Column::Price => "price",
        }
    }
}

#[derive(serde::Deserialize)]
struct Listing {
    column: Column,
}

async fn list(State(pool): State<sqlx::PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let sql = format!("SELECT * FROM items ORDER BY {}", listing.column.as_sql());
    sqlx::query(&sql).fetch_all(&pool).await?;
    Ok(())
}
