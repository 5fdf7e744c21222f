use axum::extract::{Path, State};
use sqlx::PgPool;

use crate::shipments;

pub async fn count(State(pool): State<PgPool>, Path(city): Path<String>) -> String {
    shipments::count_to(&pool, &city).await.unwrap_or(0).to_string()
}
