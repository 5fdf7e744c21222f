use axum::extract::{Path, State};
use chrono::NaiveDate;

async fn day(State(pool): State<sqlx::PgPool>, Path(day): Path<NaiveDate>) -> Result<(), AppError> {
    sqlx::query(&format!("SELECT * FROM visits WHERE day = '{day}'")).fetch_all(&pool).await?;
    Ok(())
}
