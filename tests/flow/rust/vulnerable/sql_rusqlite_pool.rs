use axum::extract::{Path, State};
use r2d2::Pool;
use r2d2_sqlite::SqliteConnectionManager;

async fn entry(State(pool): State<Pool<SqliteConnectionManager>>, Path(key): Path<String>) -> Result<String, AppError> {
    let conn = pool.get()?;
    let value = conn.query_row(&format!("SELECT value FROM kv WHERE key = '{key}'"), [], |row| row.get(0))?; // expect: sql-injection
    Ok(value)
}
