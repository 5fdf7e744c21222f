use axum::extract::{Query, State};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Listing {
    sort: SortColumn,
    direction: Option<Direction>,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum SortColumn {
    Name,
    Price,
}

#[derive(serde::Deserialize, strum::Display)]
enum Direction {
    Asc,
    Desc,
}

impl std::fmt::Display for SortColumn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            SortColumn::Name => "name",
            SortColumn::Price => "price",
        })
    }
}

async fn list(State(pool): State<PgPool>, Query(listing): Query<Listing>) -> Result<(), AppError> {
    let direction = listing.direction.unwrap_or(Direction::Asc);
    let sql = format!("SELECT * FROM items ORDER BY {} {direction}", listing.sort);
    sqlx::query(&sql).fetch_all(&pool).await?;
    Ok(())
}
