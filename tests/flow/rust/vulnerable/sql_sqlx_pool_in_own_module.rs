use axum::extract::{Path, State};
use sqlx::postgres::PgPool;
use sqlx::Executor;

async fn purge(State(storage): State<PgPool>, Path(bucket): Path<String>) -> Result<(), AppError> {
    storage.execute(format!("DELETE FROM objects WHERE bucket = '{bucket}'").as_str()).await?; // expect: sql-injection
    Ok(())
}
