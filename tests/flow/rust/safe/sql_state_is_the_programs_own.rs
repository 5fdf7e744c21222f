use axum::extract::State;
use sqlx::PgPool;

#[derive(Clone)]
pub struct AppState {
    pool: PgPool,
    schema: String,
}

pub async fn count(State(state): State<AppState>) -> Result<i64, AppError> {
    let sql = format!("SELECT count(*) FROM {}.users", state.schema);
    Ok(sqlx::query_scalar(&sql).fetch_one(&state.pool).await?)
}
