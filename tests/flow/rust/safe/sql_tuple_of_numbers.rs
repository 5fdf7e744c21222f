use axum::extract::{Path, State};

async fn cell(State(pool): State<sqlx::PgPool>, Path(place): Path<(u32, u32)>) -> Result<(), AppError> {
    let sql = format!("SELECT * FROM cells WHERE x = {} AND y = {}", place.0, place.1);
    sqlx::query(&sql).fetch_one(&pool).await?;
    Ok(())
}
