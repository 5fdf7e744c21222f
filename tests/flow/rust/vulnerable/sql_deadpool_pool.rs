use axum::extract::{Path, State};
use deadpool_postgres::Pool;

async fn remove(State(pool): State<Pool>, Path(tag): Path<String>) -> Result<(), AppError> {
    let session = pool.get().await?;
    session.execute(&format!("DELETE FROM tags WHERE name = '{tag}'"), &[]).await?; // expect: sql-injection
    Ok(())
}
